"""By which calendar and rules `dxdesk due` counts."""

from dataclasses import dataclass, replace
from typing import Literal

from dxdesk.calendar_data import due_rules, national_calendar
from dxdesk.cli.call import Call
from dxdesk.domain.calendar import WorkingCalendar
from dxdesk.domain.due import DueRules


@dataclass(frozen=True, slots=True)
class Counting:
    calendar: WorkingCalendar
    rules: DueRules


def counting(call: Call, rule: str | None) -> Counting:
    """The named ward's calendar and rules, else the country's; *rule* replaces the ward's."""
    found = _of_ward(call) if call.database else Counting(national_calendar(), due_rules())
    if rule is None:
        return found
    chosen: Literal["civil", "minutes"] = "civil" if rule == "civil" else "minutes"
    return replace(found, rules=replace(found.rules, count=chosen))


def _of_ward(call: Call) -> Counting:
    from dxdesk.services.settings import rules_in_force

    with call.desk() as desk:
        current = rules_in_force(desk)
        return Counting(current.calendar, current.due)
