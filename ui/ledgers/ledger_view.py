"""One ledger: its entries, what they add up to, and what can be done with them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from dxdesk.domain.ledgers import Entry, Kind, Ledger
from dxdesk.services.digital.overview import overview
from dxdesk.services.ledgers import entries
from dxdesk.services.ledgers.entries import Listing
from ui.barring import bar
from ui.dossiers.moments import day_text
from ui.dossiers.search_box import SearchBox
from ui.format import number
from ui.ledgers.ledger_form import LedgerQuestion, columns_of, form_fields, values_of
from ui.ledgers.ledger_list import LedgerList
from ui.ledgers.pasting import LedgerPasting
from ui.ledgers.special import SPECIAL, Special
from ui.ledgers.write_dialog import ask_write
from ui.tasks import Tasks
from ui.widgets import button, label, row

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_TYPING_MS = 200


class LedgerView(LedgerList):
    def __init__(self, desk: "Desk", tasks: Tasks, ledger: Ledger) -> None:
        super().__init__(desk, tasks, ledger)
        self._kept: dict[str, str] = {}
        self.pasting = LedgerPasting(self)
        for key, text, icon_name, pressed in (
            ("add", "Thêm", "plus", self.add),
            ("edit", "Sửa (F2)", "edit", self.edit),
            ("remove", "Xóa", "trash", self.remove),
            ("paste", "Dán từ Excel", "sheet", self.pasting.paste),
            ("take_file", "Nhập từ tệp Excel…", "import", self.pasting.take_file),
            ("write", "Xuất Excel…", "save", self.write),
        ):
            self.offer(key, text, icon_name, pressed)
        self.tools.addStretch(1)
        self.told = label("", wrap=True)
        self.box = SearchBox()
        self._typing = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._add_search()

    def _add_search(self) -> None:
        self.box.setAccessibleName(f"Tìm trong sổ {self.ledger.title}")
        self.box.setPlaceholderText("Tìm trong sổ này (không cần dấu)  Ctrl+F")
        self.box.textChanged.connect(self._typing.start)
        self.box.entered.connect(self.table.setFocus)
        self._typing.timeout.connect(self.refresh)
        special = [self._special(one) for one in SPECIAL[self.ledger.key]]
        self.below.addWidget(self.told)
        self.below.addLayout(row(self.box, *special))

    def _special(self, one: Special) -> QPushButton:
        made = button(one.text, one.icon, pressed=partial(one.do, self))
        bar(made, "" if one.right is None else self.desk.why_not(one.right))
        return made

    def refresh(self) -> None:
        desk, key, text = self.desk, self.ledger.key, self.box.text()

        def work(_job: object) -> tuple[Listing, str]:
            return entries.listing(desk, key, text=text), overview(desk, key)

        self.tasks.run(work, self._show_all)

    def rows(self) -> Sequence[Entry]:
        return entries.listing(self.desk, self.ledger.key, text=self.box.text()).entries

    def _show_all(self, found: tuple[Listing, str]) -> None:
        shown, told = found
        self._show(shown.entries)
        hidden = shown.total - len(shown.entries)
        if hidden:
            told += f" Đang hiện {number(len(shown.entries))} dòng mới nhất trong "
            told += f"{number(shown.total)}; gõ vào ô tìm để thấy các dòng khác."
        if not shown.total:
            told = "Chưa có dòng nào. Bấm “Thêm” (Ins), hoặc chép bảng trong Excel rồi “Dán từ "
            told += "Excel”." if not self.box.text() else "Excel”, hoặc xóa chữ ở ô tìm."
        self.told.setText(told)

    def offers_changed(self, chosen: Entry | None) -> None:
        for key in ("edit", "remove"):
            self.buttons[key].setEnabled(chosen is not None)

    def search(self) -> None:
        self.box.setFocus()
        self.box.selectAll()

    def add(self) -> None:
        """The form opens again for the next entry where a ledger gets many at a time."""
        values = {"day": day_text(self.desk.now().date()), **self._kept}
        self._ask(f"Thêm {self.ledger.noun}", values, self._save_new, again=self.ledger.repeats)

    def edit(self) -> None:
        one = self.chosen()
        if one is not None:
            key, entry_id = self.ledger.key, one.id
            self._ask(
                f"Sửa {self.ledger.noun}",
                values_of(self.ledger, one),
                lambda typed: entries.change(self.desk, key, entry_id, typed),
                again=False,
            )

    def _save_new(self, typed: dict[str, str]) -> None:
        entries.add(self.desk, self.ledger.key, typed)
        kept = {one.key for one in self.ledger.fields if one.kept}
        self._kept = {key: text for key, text in typed.items() if key in kept}

    def _ask(
        self,
        title: str,
        values: dict[str, str],
        save: Callable[[dict[str, str]], object],
        *,
        again: bool,
    ) -> None:
        links = [one for one in self.ledger.fields if one.kind is Kind.LINK]

        def ready(options: dict[str, tuple[str, ...]]) -> None:
            self.ask(
                LedgerQuestion(
                    title,
                    form_fields(self.ledger, values),
                    dict,
                    save,
                    columns=columns_of(self.ledger),
                    after=self.add if again else None,
                    options=options,
                )
            )

        self.tasks.run(
            lambda _job: {one.key: entries.options(self.desk, one.to) for one in links}, ready
        )

    def remove(self) -> None:
        one = self.chosen()
        if one is not None:
            self.save(
                lambda: entries.remove(self.desk, self.ledger.key, one.id),
                f"Đã xóa một dòng của sổ {self.ledger.title}; Ctrl+Z để lấy lại.",
            )

    def write(self) -> None:
        ask_write(self, self.ledger, self.box.text())
