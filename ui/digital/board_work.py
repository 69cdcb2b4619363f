"""What the board page does beside typing: sets, the next year, words for the report, details."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from dxdesk.domain.digital import Part
from dxdesk.domain.indicators.amount import level_text
from dxdesk.domain.indicators.board import Board, BoardRow
from dxdesk.domain.indicators.kinds import IndicatorSet
from dxdesk.domain.period import Period
from dxdesk.domain.rights import Right
from dxdesk.indicator_sets import indicator_sets
from dxdesk.services import statistics
from dxdesk.services.digital import parts
from dxdesk.services.indicators import remarks
from dxdesk.services.indicators.catalogue import take_set
from dxdesk.services.indicators.targets import Carried, carry_over
from dxdesk.services.indicators.values import add_evidence, history
from ui import dialogs
from ui.barring import bar
from ui.digital.detail_dialog import DetailDialog
from ui.digital.parts_dialog import PartsDialog
from ui.dossiers.form import FieldKind, Form, FormField
from ui.files import ask_files
from ui.page import Page


def set_text(one: IndicatorSet) -> str:
    seen = "" if one.verified else ", chưa đối chiếu với bản gốc"
    return f"{one.name}, bản {one.version}: {len(one.plans)} chỉ tiêu{seen}"


class BoardWork(QObject):
    def __init__(self, page: Page, period: Callable[[], Period | None]) -> None:
        super().__init__(page)
        self._page, self._period = page, period

    def take_set(self) -> None:
        period = self._period()
        if period is None:
            return
        year = period.last.year
        found = indicator_sets()
        choice = FormField(
            "set",
            "Bộ chỉ tiêu",
            FieldKind.CHOICE,
            value=found[0].key,
            choices=tuple((one.key, set_text(one)) for one in found),
        )
        intro = "Nguồn của các bộ:\n" + "\n".join(f"• {one.key}: {one.source}." for one in found)
        key = Form[str].ask(
            self._page,
            f"Lấy bộ chỉ tiêu cho năm {year}",
            (choice,),
            lambda values: values["set"],
            action="Lấy bộ này",
            intro=intro,
        )
        if key is not None:
            chosen = key
            self._run(lambda: take_set(self._page.desk, chosen, year), "Đã lấy bộ chỉ tiêu.")

    def carry_over(self) -> None:
        period = self._period()
        if period is None:
            return
        year = period.last.year
        question = (
            f"Chép mức giao năm {year} sang năm {year + 1}? Mức đã giao ở năm sau giữ nguyên."
        )
        if not dialogs.confirm(self._page, "Chép sang năm sau", question, action="Chép"):
            return

        def done(found: tuple[Carried, ...]) -> None:
            self._page.acted.emit(carried_text(found, year))
            self._page.changed.emit()

        self._page.tasks.run(
            lambda _job: carry_over(self._page.desk, year), done, failed=self._refuse
        )

    def ask_remarks(self) -> None:
        period = self._period()
        if period is None:
            return

        def ask(found: dict[str, str]) -> None:
            fields = tuple(
                FormField(key, title, FieldKind.LINES, value=found.get(key, ""))
                for key, title in remarks.TOPICS.items()
            )
            given = Form[dict[str, str]].ask(
                self._page,
                f"Nội dung báo cáo {period.label}",
                fields,
                lambda values: values,
                action="Lưu",
                intro="Các đoạn này vào báo cáo chuyển đổi số của kỳ. Mỗi dòng là một đoạn.",
            )
            if given is not None:
                texts = given
                self._run(
                    lambda: remarks.save_remarks(self._page.desk, period, texts),
                    f"Đã lưu nội dung báo cáo {period.label}.",
                )

        desk = self._page.desk
        self._page.tasks.run(lambda _job: remarks.remarks(desk, period), ask)

    def show_detail(self, row: BoardRow, board: Board) -> None:
        def show(values: Any) -> None:
            dialog = DetailDialog(self._page, row, board, values)
            bar(dialog.attach, self._page.desk.why_not(Right.RECORD))
            dialog.exec()
            wanted = dialog.wanted
            dialog.deleteLater()
            if wanted == "dossiers":
                self._list(row, board.period)
            elif wanted == "rows":
                self._rows(row, board.period)
            elif wanted == "attach" and row.value is not None:
                self._attach(row)

        key = row.indicator.id
        self._page.tasks.run(lambda _job: history(self._page.desk, key), show)

    def _list(self, row: BoardRow, period: Period) -> None:
        from dxdesk.domain.query import Query

        name = row.own.lists if row.own is not None else ""
        if name:
            count = statistics.count_filter(self._page.desk, name, period)
            self._page.listed.emit(Query(count=count))

    def _rows(self, row: BoardRow, period: Period) -> None:
        """The rows of ledgers behind the program's own number; one of them may be opened."""
        key = row.indicator.plan.computed

        def show(found: tuple[Part, ...]) -> None:
            chosen = PartsDialog.ask(self._page, row, found)
            if chosen is not None:
                self._page.noted.emit(chosen.ledger, chosen.name)

        self._page.tasks.run(lambda _job: parts.behind(self._page.desk, key, period), show)

    def _attach(self, row: BoardRow) -> None:
        paths = ask_files(self._page, "Tài liệu kiểm chứng")
        if paths and row.value is not None:
            value = row.value.id
            code = row.indicator.plan.code
            self._run(
                lambda: add_evidence(self._page.desk, value, paths),
                f"Đã đính kèm tài liệu kiểm chứng cho {code}.",
            )

    def _run(self, work: Any, told: str) -> None:
        def done(_result: object) -> None:
            self._page.acted.emit(told)
            self._page.changed.emit()

        self._page.tasks.run(lambda _job: work(), done, failed=self._refuse)

    def _refuse(self, sentence: str) -> None:
        dialogs.tell(self._page, "Chuyển đổi số", sentence)


def carried_text(found: tuple[Carried, ...], year: int) -> str:
    """How many were copied, and which targets of the next year already differ."""
    fresh = [one for one in found if one.new is None]
    other = [one for one in found if one.new is not None and one.new != one.old]
    told = f"Đã chép {len(fresh)} mức giao sang năm {year + 1}."
    if other:
        named = "; ".join(f"{one.code} {level_text(one.new or one.old, one.unit)}" for one in other)
        told += f" Giữ nguyên mức đã giao khác năm {year}: {named}."
    return told
