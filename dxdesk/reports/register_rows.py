"""The register of dossiers (`sổ theo dõi hồ sơ`, Mẫu 07): what stands in each column.

Every dossier of the period is in it, also one whose data is incomplete: this is the list in which
a fault is found, so no identity of R14 is asked for.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from dxdesk.domain.dossier import DayOnly, Dossier
from dxdesk.domain.period import Period
from dxdesk.domain.state import State
from dxdesk.errors import DeskError
from dxdesk.reports.forms import Form
from dxdesk.reports.source import ReportSource
from dxdesk.reports.wording import committee_name, short_moment

_TOLD = {
    State.DECLINED,
    State.WITHDRAWN,
    State.STOPPED,
    State.CLOSED,
    State.VOID,
    State.AWAITING_SUPPLEMENT,
    State.AWAITING_PAYMENT,
    State.SUSPENDED,
}
"""States that the remarks name; the dates tell the others."""
_TOLD_EVERY = 100


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment, or a day when no more is known (R8)."""

    at: datetime
    day_only: bool

    @property
    def text(self) -> str:
        return short_moment(self.at, day_only=self.day_only)

    @property
    def value(self) -> date:
        return self.at.date() if self.day_only else self.at


EXTRA = (
    ("Số sổ", "book"),
    ("Lĩnh vực", "field"),
    ("Hình thức tiếp nhận", "channel"),
    ("Trạng thái", "state"),
)
"""Columns behind those of the form, in files to be sorted and filtered."""

Cell = str | int | Moment | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """One register to write: its columns, its rows as they come, its titles."""

    source: ReportSource
    period: Period
    layout: Form
    told: Callable[[int, int], None] = lambda _done, _total: None
    """Hears how many dossiers of how many are done, once for each _TOLD_EVERY."""

    @property
    def title(self) -> str:
        return f"Sổ theo dõi hồ sơ {self.period.range_label}"

    @property
    def author(self) -> str:
        return committee_name(self.source.office)

    def dossiers(self) -> Iterator[Dossier]:
        """The dossiers. Raises DeskError at the end when there were more or fewer than counted."""
        expected, found = self.source.count(self.period), 0
        for dossier in self.source.register(self.period):
            found += 1
            yield dossier
            if found % _TOLD_EVERY == 0:
                self.told(found, expected)
        if found != expected:
            raise DeskError(
                f"Chưa lập được sổ {self.period.range_label}: đếm được {expected} hồ sơ nhưng đọc "
                f"được {found}. Có thể dữ liệu vừa thay đổi trong lúc lập sổ; hãy lập lại."
            )

    def rows(self) -> Iterator[Row]:
        """One row per dossier: the columns of the form, then EXTRA."""
        names = [*(column.value for column in self.layout.columns), *(name for _, name in EXTRA)]
        values = [_VALUES[name] for name in names]
        for number, dossier in enumerate(self.dossiers(), 1):
            yield tuple(value(number, dossier) for value in values)

    def copies(self, row: Row) -> int:
        """Number of sets of papers in *row*."""
        number = row[self.place("copies")]
        return number if isinstance(number, int) else 0

    def place(self, value: str) -> int:
        """Index of the column in which *value* stands."""
        return [column.value for column in self.layout.columns].index(value)


def _moment(name: str, flag: DayOnly) -> Callable[[int, Dossier], Cell]:
    def value(_number: int, dossier: Dossier) -> Cell:
        at: datetime | None = getattr(dossier, name)
        return None if at is None else Moment(at, flag in dossier.day_only)

    return value


def _remarks(_number: int, dossier: Dossier) -> str:
    parts = []
    if dossier.state in _TOLD:
        why = f": {dossier.reason}" if dossier.reason else ""
        parts.append(f"{dossier.state.label}{why}")
    if dossier.outcome == "late" or dossier.overdue:
        why = f": {dossier.late_reason}" if dossier.late_reason else ""
        parts.append(f"Quá hạn{why}")
    return "; ".join([*parts, dossier.note] if dossier.note else parts)


def _contact(_number: int, dossier: Dossier) -> str:
    return ", ".join(filter(None, (dossier.owner.address, dossier.owner.phone)))


def _processing(_number: int, dossier: Dossier) -> Cell:
    at = dossier.processing_since
    return None if at is None else Moment(at, day_only=False)


_VALUES: Mapping[str, Callable[[int, Dossier], Cell]] = {
    "index": lambda number, _: number,
    "code": lambda _, dossier: dossier.code,
    "book": lambda _, dossier: dossier.book,
    "field": lambda _, dossier: dossier.field,
    "channel": lambda _, dossier: dossier.channel.label,
    "state": lambda _, dossier: dossier.state.label,
    "procedure": lambda _, dossier: dossier.procedure,
    "copies": lambda _, dossier: dossier.copies,
    "owner": lambda _, dossier: dossier.owner.name,
    "contact": _contact,
    "unit": lambda _, dossier: dossier.unit,
    "received_at": _moment("received_at", DayOnly.RECEIVED),
    "due_at": _moment("due_at", DayOnly.DUE),
    "processing_since": _processing,
    "finished_at": _moment("finished_at", DayOnly.FINISHED),
    "returned_at": _moment("returned_at", DayOnly.RETURNED),
    "returned_to": lambda _, dossier: dossier.returned_to,
    "remarks": _remarks,
    "delivery": lambda _, dossier: "" if dossier.delivery is None else dossier.delivery.label,
    "blank": lambda _number, _dossier: None,
}
