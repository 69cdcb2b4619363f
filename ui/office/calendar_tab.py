"""The ward's calendar: a year at a glance, its special days, the week's hours."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea

from dxdesk.domain.calendar import DayException
from dxdesk.services.calendar_change import CalendarChange, Move, change_calendar, preview_moves
from dxdesk.services.years import SpecialDay, Year, year_of
from ui.dossiers.form import FormField
from ui.dossiers.moments import weekday_text
from ui.office.day_form import day_fields, read_days, read_week, week_fields
from ui.office.list_tab import ListTab, Question
from ui.office.moves_dialog import confirm_moves
from ui.office.year_view import KINDS, YearView
from ui.rows import Column, select_row
from ui.tasks import Tasks
from ui.theme import scaled
from ui.widgets import icon_button, label, scrolled, set_role

if TYPE_CHECKING:
    from dxdesk.desk import Desk


def short_day(day: date) -> str:
    return f"{'T' + str(day.weekday() + 2) if day.weekday() < 6 else 'CN'} {day:%d/%m}"  # noqa: PLR2004 - Sunday


def why(one: SpecialDay) -> str:
    exception = one.exception
    source = f" ({exception.source})" if exception.source else ""
    return ("Riêng: " if one.own else "") + exception.name + source


COLUMNS: tuple[Column[SpecialDay], ...] = (
    Column("Ngày", lambda one: short_day(one.exception.day), 96),
    Column("Loại", lambda one: KINDS[one.exception.kind], 84),
    Column("Lý do", why, 150, stretches=True),
)
FIRST_YEAR, LAST_YEAR = 2018, 2099


class CalendarTab(ListTab[SpecialDay]):
    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(
            desk,
            tasks,
            columns=COLUMNS,
            name="Các ngày khác lịch hằng tuần",
            intro="Mũi tên chọn ngày, Enter sửa ngày đó. Sửa lịch thì chương trình liệt kê trước "
            "mọi hồ sơ đổi hẹn trả, rồi mới đổi.",
            pale=lambda one: not one.exception.verified,
        )
        self.year: Year | None = None
        self._number = desk.now().year
        self.view = YearView()
        self.area = scrolled(self.view)
        for part in (self.area, self.view):
            set_role(part, "onCard")
        self.title = label("", "heading")
        self.day = label("", wrap=True)
        self.warning = label("", "muted", wrap=True)
        self.offer("add", "Thê&m ngày", "plus", self.add)
        self.offer("edit", "Sử&a (F2)", "edit", self.edit)
        self.offer("retire", "Bỏ ngày &riêng", "trash", self.retire)
        self.offer("week", "Giờ làm &việc…", "clock", self.ask_week)
        self.tools.addStretch(1)
        self._place()
        self.view.moved.connect(self._show_day)
        self.view.placed.connect(partial(_bring_into_view, self.area, self.view))
        self.view.activated.connect(self.edit_if_allowed)

    def _place(self) -> None:
        before = icon_button("Năm trước (Ctrl+Page Up)", "left", pressed=lambda: self.turn(-1))
        after = icon_button("Năm sau (Ctrl+Page Down)", "right", pressed=lambda: self.turn(1))
        for keys, by in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.turn, by))
        for part in (before, self.title, after):
            self.tools.addWidget(part)
        self.view.setMinimumHeight(scaled(320))
        self.table.setMinimumWidth(scaled(285))
        self.body.insertWidget(0, self.area, 5)
        self.body.setStretch(1, 3)
        self.below.addWidget(self.day)
        self.below.addWidget(self.warning)

    def refresh(self) -> None:
        number = self._number
        self.tasks.run(lambda _job: year_of(self.desk, number), self._show_year)

    def _show_year(self, year: Year) -> None:
        self.year = year
        self.title.setText(str(year.number))
        self.warning.setText(_told(year))
        self.model.show(year.special)
        today, shown = self.desk.now().date(), self.view.day
        first = today if today.year == year.number else date(year.number, 1, 1)
        self.view.show_year(year, shown if shown.year == year.number else first)

    def turn(self, by: int) -> None:
        """Show the year before or after."""
        if FIRST_YEAR <= self._number + by <= LAST_YEAR:
            self._number += by
            self.refresh()

    def _show_day(self, day: date) -> None:
        _bring_into_view(self.area, self.view)
        at = next((n for n, one in enumerate(self.model.rows) if one.exception.day == day), None)
        if at is None:
            self.table.clearSelection()
        else:
            select_row(self.table, at)
            self.table.scrollTo(self.model.index(at, 0))
        chosen = None if at is None else self.model.rows[at]
        source = chosen.exception.source if chosen is not None else ""
        words = self.view.words()
        self.day.setText(words[:1].upper() + words[1:] + (f" ({source})" if source else ""))
        self.buttons["retire"].setEnabled(chosen is not None and chosen.own)

    def offers_changed(self, chosen: SpecialDay | None) -> None:
        if chosen is not None and chosen.exception.day != self.view.day and self.table.hasFocus():
            self.view.choose(chosen.exception.day)

    def start(self) -> None:
        self.view.setFocus()

    def add(self) -> None:
        self._ask_days("Thêm ngày vào lịch", None)

    def edit(self) -> None:
        known = None if self.year is None else self.year.calendar.exceptions.get(self.view.day)
        self._ask_days("Sửa ngày trong lịch", known)

    def _ask_days(self, title: str, known: DayException | None) -> None:
        if self.year is not None and self.year.known:
            calendar, now = self.year.calendar, self.desk.now()
            self._ask_change(
                title,
                day_fields(self.view.day, known),
                lambda values: read_days(values, calendar, now),
            )

    def ask_week(self) -> None:
        if self.year is not None:
            fields = week_fields(self.year.calendar.timetable)
            self._ask_change("Giờ làm việc hằng tuần", fields, read_week)

    def _ask_change(
        self,
        title: str,
        fields: Sequence[FormField],
        read: Callable[[dict[str, str]], CalendarChange],
    ) -> None:
        self.problem.say("")
        change = Question(title, fields, read, lambda _change: None).form(self, read, {}, "")
        if change is not None:
            self._preview(change)

    def retire(self) -> None:
        """The ward's own day follows the common rule again."""
        day = self.view.day
        own = {one.exception.day for one in self.model.rows if one.own}
        if day not in own:
            self.problem.say(
                f"{weekday_text(day)[:1].upper()}{weekday_text(day)[1:]} theo lịch chung, không "
                "phải ngày riêng của đơn vị nên không bỏ được. Nếu đơn vị làm việc hôm đó, hãy "
                "sửa (F2) thành ngày làm bù."
            )
            return
        self._preview(CalendarChange(f"Bỏ ngày riêng {day:%d/%m/%Y} khỏi lịch", dropped=(day,)))

    def _preview(self, change: CalendarChange) -> None:
        def agreed(moves: tuple[Move, ...]) -> None:
            if not moves or confirm_moves(self, moves):
                told = f"Đã sửa lịch; {len(moves)} mốc hẹn được dời."
                self.save(lambda: change_calendar(self.desk, change), told)

        self.tasks.run(
            lambda _job: preview_moves(self.desk, change), agreed, failed=self.problem.say
        )


def _bring_into_view(area: QScrollArea, view: YearView) -> None:
    middle = view.place_of(view.day)
    area.ensureVisible(middle.x(), middle.y(), scaled(40), scaled(40))


def _told(year: Year) -> str:
    if not year.known:
        return f"Chưa có ngày nghỉ lễ năm {year.number}: không tính được hẹn trả sang năm này."
    if year.provisional:
        return (
            f"{year.provisional} ngày của năm {year.number} tính theo luật, chưa đối chiếu văn bản "
            "(gạch chân trên lịch). Khi có thông báo, sửa các ngày khác đi và ghi số văn bản."
        )
    return ""
