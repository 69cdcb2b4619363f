"""What a report of one table consists of: columns are data, paper and sheet are drawn from them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dxdesk.domain.closing import Member
from dxdesk.domain.figures import Rate
from dxdesk.domain.period import Period
from dxdesk.reports.wording import FEW_NOTE, is_few

Value = int | Rate | None


@dataclass(frozen=True, slots=True)
class TableColumn:
    head: tuple[str, ...]
    """Titles from top to bottom."""
    width: float
    """Millimetres on paper."""
    of: Callable[[Any], Value]
    """The number or rate of one group; None: nobody noted it."""
    counts: str = ""
    """The name under which dossiers are counted, for the list behind the number."""


@dataclass(frozen=True, slots=True)
class TableRow:
    name: str
    key: str
    figures: Any


@dataclass(frozen=True, slots=True)
class TableReport:
    """Everything that paper and sheet show."""

    title: str
    subject: str
    """What one row is: `Lĩnh vực`, `Thủ tục hành chính`."""
    period: Period
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    total: Any
    notes: tuple[str, ...]
    members: tuple[Member, ...]
    nothing: str = "Trong kỳ không phát sinh hồ sơ."


def few_notes(report: TableReport) -> tuple[str, ...]:
    """What the mark at a rate of few dossiers means, when one stands in the table."""
    shown = (row.figures for row in report.rows)
    values = [column.of(each) for each in (*shown, report.total) for column in report.columns]
    return (FEW_NOTE,) if any(isinstance(one, Rate) and is_few(one) for one in values) else ()
