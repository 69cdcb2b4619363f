"""The table of one ledger, its columns made of the ledger's fields."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from dxdesk.domain.duty import DutyState
from dxdesk.domain.ledgers import Entry, Field, Kind, Ledger
from dxdesk.domain.rights import Right
from ui.office.list_tab import ListTab
from ui.rows import Column
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_TONES = {DutyState.OVERDUE.label: "danger", DutyState.SOON.label: "warning"}
_LEAST_DAY, _LETTER = 115, 9
"""Widths that a day and the letters of a heading need."""


class LedgerList(ListTab[Entry]):
    right = Right.RECORD
    rights: ClassVar = {
        "paste": Right.IMPORT,
        "take_file": Right.IMPORT,
        "write": Right.EXPORT,
        "forward": None,
        "back": None,
    }

    def __init__(self, desk: "Desk", tasks: Tasks, ledger: Ledger) -> None:
        self.ledger = ledger
        super().__init__(
            desk,
            tasks,
            columns=columns_for(ledger),
            name=f"Sổ {ledger.title}",
            intro=ledger.intro,
            pale=lambda _one: False,
        )

    def run_and_say(self, work: Callable[[], str]) -> None:
        """Do *work* that writes a file; what it answers is told."""
        self.problem.say("")
        self.tasks.run(lambda _job: work(), self.said.emit, failed=self.problem.say)


def columns_for(ledger: Ledger) -> tuple[Column[Entry], ...]:
    """The name, what is derived, then the other fields."""
    fields = [_column(one) for one in ledger.fields if one.width]
    made = [_derived(*one) for one in ledger.derived]
    return (fields[0], *made, *fields[1:])


def _column(one: Field) -> Column[Entry]:
    key, counts = one.key, one.kind is Kind.COUNT
    width = max(one.width, _LEAST_DAY if one.kind is Kind.DAY else 0, _LETTER * len(one.title))

    def text(entry: Entry) -> str:
        return entry.texts[key].replace("\n", "; ")

    return Column(one.title, text, width, right=counts)


def _derived(key: str, title: str, width: int) -> Column[Entry]:
    def text(entry: Entry) -> str:
        return entry.notes.get(key, "")

    return Column(title, text, width, tone=lambda entry: _TONES.get(text(entry), ""))
