"""An officer's half of the start page: work lists, and what stands below them."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dxdesk.domain.query import Order, Query, Worklist
from dxdesk.domain.rights import Right
from ui.barring import bar
from ui.dossiers.moments import moment_text
from ui.preferences import Preferences
from ui.recents import Recents
from ui.start_cards import ABREAST, WorkCards
from ui.theme import scaled
from ui.widgets import button, card, label, row

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from dxdesk.services.worklists import WorkCounts
    from ui.start_below import Below


class WorkView(QWidget):
    opened = Signal(int)
    listed = Signal(object)
    went = Signal(str)
    repinned = Signal()

    def __init__(self, desk: "Desk", preferences: Preferences) -> None:
        super().__init__()
        self.recents = Recents(desk, preferences)
        self.cards = WorkCards()
        self.cards.asked.connect(self._list)
        self.welcome = self._welcome(desk)
        self.empty = False
        """No dossier at all: a new database."""
        self._room = 0
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(scaled(14))
        for part in (self.welcome, self.cards):
            self._layout.addWidget(part)
        self._layout.addStretch(1)

    @cached_property
    def below(self) -> "Below":
        """Made once the numbers are shown."""
        from ui.start_below import Below

        made = Below(self)
        made.acceptance.opened.connect(self.opened)
        made.acceptance.asked.connect(lambda: self._list(Worklist.TO_ACCEPT))
        made.recent.opened.connect(self.opened)
        made.recent.pin_asked.connect(self._pin)
        made.fit(self._room)
        self._layout.insertWidget(self._layout.count() - 1, made, 1)
        self._layout.setStretch(self._layout.count() - 1, 0)
        return made

    def fit(self, width: int) -> None:
        """Lay out for a page of *width* pixels."""
        self._room = width
        self.cards.fit(width, most=ABREAST)
        if "below" in self.__dict__:
            self.below.fit(width)

    def _welcome(self, desk: "Desk") -> QWidget:
        frame, inside = card("notice")
        inside.addWidget(label("Chưa có hồ sơ nào", "heading"))
        inside.addWidget(
            label(
                "Nếu đã có sổ theo dõi trên Excel hoặc tệp xuất từ hệ thống của tỉnh, hãy nhập tệp "
                "đó trước: chương trình tự nhận dạng cột, không ghi đè dữ liệu và hoàn tác được. "
                "Nếu chưa có, hãy tiếp nhận hồ sơ đầu tiên.",
                wrap=True,
            )
        )
        self.first_import = button(
            "&Nhập sổ theo dõi…", "import", role="primary", pressed=lambda: self.went.emit("import")
        )
        self.first_intake = button(
            "Tiếp nhận hồ &sơ đầu tiên", "plus", pressed=lambda: self.went.emit("intake")
        )
        bar(self.first_import, desk.why_not(Right.IMPORT))
        bar(self.first_intake, desk.why_not(Right.RECEIVE))
        inside.addLayout(row(self.first_import, self.first_intake, None))
        frame.hide()
        return frame

    def show_counts(self, counts: "WorkCounts") -> str:
        """Show the numbers; the sentence that says of which minute they are."""
        self.cards.show_numbers(counts.numbers)
        self.welcome.setVisible(counts.empty)
        self.empty = counts.empty
        if counts.empty and self.first.hasFocus():
            self.first_import.setFocus()
        return f"Số liệu lúc {moment_text(counts.as_of)}"

    def complete(self) -> None:
        """Show or hide what stands below the numbers, as they say."""
        self.below.setVisible(not self.empty)

    @property
    def first(self) -> QPushButton:
        return self.cards.cards[Worklist.TO_ACCEPT]

    def _list(self, work: Worklist) -> None:
        due = work in {Worklist.DUE_TODAY, Worklist.DUE_TOMORROW, Worklist.OVERDUE}
        self.listed.emit(
            Query(work=work, order=Order.DUE, descending=False) if due else Query(work=work)
        )

    def _pin(self, dossier_id: int, on: bool) -> None:  # noqa: FBT001 - a signal's value
        self.recents.pin(dossier_id, on=on)
        self.repinned.emit()
