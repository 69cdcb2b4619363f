"""From which day to which day: two plain fields, read when the dialog is accepted."""

from datetime import date, datetime, time

from PySide6.QtWidgets import QWidget

from dxdesk.errors import InputError
from ui.dossiers.form import Form, FormField
from ui.dossiers.moments import day_text, parse_day

_FIRST, _LAST = "first", "last"
_FROM, _TO = "ngày/tháng/năm; để trống: từ đầu", "ngày/tháng/năm; để trống: đến nay"


def ask_period(
    parent: QWidget | None, first: date | None, last: date | None, *, today: date
) -> tuple[date | None, date | None] | None:
    """The two days, either may be open; None when the officer went back."""
    now = datetime.combine(today, time.min)

    def read(values: dict[str, str]) -> tuple[date | None, date | None]:
        found = (
            parse_day(values[_FIRST], field="Từ ngày", now=now),
            parse_day(values[_LAST], field="Đến ngày", now=now),
        )
        if found[0] is not None and found[1] is not None and found[0] > found[1]:
            raise InputError("Đến ngày: trước “Từ ngày”; hãy nhập lại.")
        return found

    fields = (
        FormField(_FIRST, "Từ ngày", value=day_text(first), hint=_FROM),
        FormField(_LAST, "Đến ngày", value=day_text(last), hint=_TO),
    )
    return Form.ask(parent, "Thời gian tiếp nhận", fields, read, action="Lọc")
