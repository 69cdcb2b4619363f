"""Comparing the book with the portal's export for one period."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.instead import instead
from db.members import members
from db.models import DossierRecord
from db.whole_rows import WholeRows
from dxdesk.desk import Desk
from dxdesk.domain.closing import COMPARED, Member
from dxdesk.domain.period import Period
from dxdesk.domain.query import CountFilter
from dxdesk.domain.reconciliation import Entry, FigureDifference, Reconciliation, Standing
from dxdesk.errors import DeskError
from dxdesk.exchange.reader import read_register
from dxdesk.exchange.register import Register
from dxdesk.services import statistics
from dxdesk.services.differences import Labels, differences
from dxdesk.services.imports.collecting import collecting_later
from dxdesk.services.imports.names import Names
from dxdesk.services.imports.sources import mappings
from dxdesk.services.reconciliation.matching import Matched, Matcher, Row
from dxdesk.services.settings import rules

Progress = Callable[[int, int], None]
_BLOCK = 2000


class CompareCancelledError(DeskError):
    def __init__(self) -> None:
        super().__init__("Đã dừng đối chiếu; không có gì được ghi.")


@dataclass(frozen=True)
class _Sides:
    """The two versions of every dossier that is not the same; rows of one dossier share an id."""

    here: dict[int, Row]
    there: dict[int, Row]
    entries: dict[int, Entry]


@collecting_later()
def reconcile(
    desk: Desk,
    path: Path,
    period: Period,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Reconciliation:
    """Compare what was received in *period* with the export *path*; nothing is written.

    Its columns mean what an officer said of the same source at an import.
    InputError when the file is no register.
    """
    watch = _Watch(progress, cancelled)
    register = _read(desk, path, watch)
    asked = statistics.count_filter(desk, "received", period)
    with desk.reading() as session:
        found, unread = _matched(desk, session, register, watch)
        only_here = _book(session, period, found.known)
        sides, outside = _sides(session, period, found, only_here)
        own = tuple(members(session, asked, by="field"))
        entries, figures = _explained(session, asked, sides, own)
    return Reconciliation(
        file=register.file,
        period=period,
        as_of=asked.as_of,
        rows=len(register.rows) + len(register.quarantined),
        equal=len(found.equal),
        outside=outside,
        entries=entries,
        figures=figures,
        unread=unread,
        warnings=register.warnings,
    )


class _Watch:
    def __init__(self, progress: Progress | None, cancelled: Callable[[], bool] | None) -> None:
        self._progress, self._cancelled = progress, cancelled

    def __call__(self, done: int, total: int) -> None:
        if self._cancelled is not None and self._cancelled():
            raise CompareCancelledError
        if self._progress is not None:
            self._progress(done, total)


def _read(desk: Desk, path: Path, watch: _Watch) -> Register:
    with desk.reading() as session:
        known = mappings(session)
    return read_register(path, mappings=known, progress=watch)


def _matched(
    desk: Desk, session: Session, register: Register, watch: _Watch
) -> tuple[Matched, tuple[tuple[int, str], ...]]:
    matcher = Matcher(
        session, Names(session, adds=False), register, rules(desk, session), desk.now()
    )
    found = Matched()
    quarantined = list(register.quarantined)
    for start in range(0, len(register.rows), _BLOCK):
        watch(start, len(register.rows))
        quarantined += matcher.matched(register.rows[start : start + _BLOCK], found).quarantined
    days = [row["received_at"] or row["submitted_at"] for row, _ in found.alone]
    if known := [day for day in days if day is not None]:
        first, last = min(known).replace(hour=0, minute=0), max(known).replace(hour=23, minute=59)
        near = WholeRows(session).where(DossierRecord.arrived_at.between(first, last))
        known_here = found.known
        matcher.guess([row for row in near if row["id"] not in known_here])
    return found, tuple(sorted((one.line, one.reason) for one in quarantined))


def _book(session: Session, period: Period, known: set[int]) -> list[Row]:
    """Dossiers of *period* that the export does not know; void ones are nowhere."""
    table = DossierRecord.__table__
    ids = session.scalars(
        select(table.c.id).where(
            table.c.arrived_at.between(period.start, period.end), table.c.void_at.is_(None)
        )
    )
    missing = [one for one in ids if one not in known]
    whole_rows = WholeRows(session)
    found: list[Row] = []
    for start in range(0, len(missing), _BLOCK):
        found += whole_rows.where(DossierRecord.id.in_(missing[start : start + _BLOCK]))
    return found


def _sides(
    session: Session, period: Period, found: Matched, only_here: list[Row]
) -> tuple[_Sides, int]:
    labels = Labels(session)
    sides = _Sides({}, {}, {})
    outside = 0
    for pair in found.pairs:
        key = pair.here["id"]
        told = differences(pair.here, pair.there, labels)
        if not told:
            found.equal.add(key)
            continue
        sides.here[key], sides.there[key] = pair.here, pair.there
        entry = _entry(Standing.DIFFERS, pair.here, labels, line=pair.line)
        sides.entries[key] = replace(entry, fields=told, guess=pair.guess)
    for row in only_here:
        sides.here[row["id"]] = row
        sides.entries[row["id"]] = _entry(Standing.ONLY_HERE, row, labels)
    unused = count(-1, -1)
    for row, line in found.alone:
        at = row["received_at"] or row["submitted_at"]
        if at is None or not period.start <= at <= period.end:
            outside += 1
            continue
        key = next(unused)
        whole = {**row, "id": key, "book_year": at.year, "book_number": key}
        sides.there[key] = whole
        sides.entries[key] = _entry(Standing.ONLY_THERE, whole, labels, line=line)
    return sides, outside


def _entry(standing: Standing, row: Row, labels: Labels, *, line: int | None = None) -> Entry:
    book = f"{row['book_year']}/{row['book_number']:06}" if row["id"] > 0 else f"dòng {line}"
    return Entry(
        standing=standing,
        code=row["code"] or book,
        procedure=labels.procedure(row["procedure_id"]),
        owner=row["owner_name"] or "",
        received_at=row["received_at"] or row["submitted_at"],
        dossier_id=row["id"] if row["id"] > 0 else None,
        line=line,
    )


def _explained(
    session: Session, asked: CountFilter, sides: _Sides, own: tuple[Member, ...]
) -> tuple[tuple[Entry, ...], tuple[FigureDifference, ...]]:
    """Each entry with the numbers that it changes, and each number that differs with its causes."""
    here = {int(one.id): one.counts for one in own if one.id in sides.here}
    with instead(session, list(sides.there.values())):
        there = {int(one.id): one.counts for one in members(session, asked, by="field")}
    none: frozenset[str] = frozenset()
    entries = {
        key: replace(
            entry,
            lost=_in_order(here.get(key, none) - there.get(key, none)),
            gained=_in_order(there.get(key, none) - here.get(key, none)),
        )
        for key, entry in sides.entries.items()
    }
    ordered = tuple(sorted(entries.values(), key=lambda one: (one.standing, one.code)))
    alike = Counter(member.counts for member in own)
    totals = {
        name: sum(many for counts, many in alike.items() if name in counts) for name in COMPARED
    }
    return ordered, tuple(_figures(ordered, totals))


def _figures(entries: tuple[Entry, ...], totals: Mapping[str, int]) -> Iterator[FigureDifference]:
    for name, number in totals.items():
        lost = tuple(one for one in entries if name in one.lost)
        gained = tuple(one for one in entries if name in one.gained)
        if lost or gained:
            yield FigureDifference(name, number, number - len(lost) + len(gained), lost, gained)


def _in_order(names: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in COMPARED if name in names)
