"""Biểu II.06a against the best SQL that a hand would write for the same numbers."""

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.measure import Result, in_turns, ms, spread
from bench.ward import bare, desk_over
from db.moments import minutes_of
from dxdesk.desk import Desk
from dxdesk.domain.derived import LONG
from dxdesk.domain.period import Period, month, year
from dxdesk.services.statistics import statistics

_RECEIVED = "received_at >= :start"
_RESOLVED = "finished_at BETWEEN :start AND :end"
_PENDING = "(finished_at IS NULL OR finished_at > :end)"
_OVERDUE = "(due_at < :end AND (stopped_since IS NULL OR stopped_since > due_at))"
_OPEN = "(finished_at IS NULL OR finished_at >= :start)"


def _columns(*conditions: str) -> str:
    return ", ".join(f"COUNT(*) FILTER (WHERE {condition})" for condition in conditions)


_OUTCOMES = (
    f"{_RESOLVED} AND outcome >= 0 AND outcome & 1",
    f"{_RESOLVED} AND outcome >= 0 AND NOT outcome & 1",
    f"{_RESOLVED} AND outcome = -1",
    f"{_PENDING} AND {_OVERDUE} IS NOT 1",
    f"{_PENDING} AND {_OVERDUE}",
)
_COLUMNS = _columns(
    f"{_RECEIVED} AND channel >= 3",
    f"{_RECEIVED} AND channel < 3",
    f"received_at < :start AND {_OPEN}",
    *_OUTCOMES,
)
_COUNTED = "void_at IS NULL AND received_at IS NOT NULL"
_ONE_PASS = f"""
    SELECT field_id, {_COLUMNS} FROM dossier INDEXED BY ix_dossier_figures
    WHERE {_COUNTED} AND received_at <= :end GROUP BY field_id"""
_BY_FIELD = f"""
    SELECT f.id, {_COLUMNS} FROM field f CROSS JOIN dossier INDEXED BY ix_dossier_figures
    WHERE field_id = f.id AND {_COUNTED} AND received_at <= :end GROUP BY f.id"""
_SPLIT = f"""
    SELECT f.id, {_COLUMNS} FROM field f CROSS JOIN dossier INDEXED BY ix_dossier_figures
    WHERE field_id = f.id AND {_COUNTED} AND received_at BETWEEN :near AND :end GROUP BY f.id
    UNION ALL
    SELECT field_id, {_COLUMNS} FROM dossier INDEXED BY ix_dossier_long_running
    WHERE long_running = 1 AND {_COUNTED} AND received_at < :near GROUP BY field_id"""
_THREE = f"""
    SELECT f.id, {_columns("channel >= 3", "channel < 3", "0", *_OUTCOMES)}
    FROM field f CROSS JOIN dossier INDEXED BY ix_dossier_figures
    WHERE field_id = f.id AND {_COUNTED} AND received_at BETWEEN :start AND :end GROUP BY f.id
    UNION ALL
    SELECT f.id, 0, 0, COUNT(*), {_columns(*_OUTCOMES)}
    FROM field f CROSS JOIN dossier INDEXED BY ix_dossier_figures
    WHERE field_id = f.id AND {_COUNTED} AND received_at >= :near AND received_at < :start
    AND {_OPEN} GROUP BY f.id
    UNION ALL
    SELECT field_id, 0, 0, COUNT(*), {_columns(*_OUTCOMES)}
    FROM dossier INDEXED BY ix_dossier_long_running
    WHERE long_running = 1 AND {_COUNTED} AND received_at < :near AND {_OPEN} GROUP BY field_id"""
VARIANTS: Mapping[str, str] = {
    "one pass over the covering index": _ONE_PASS,
    "field by field, up to the as-of moment": _BY_FIELD,
    "field by field, two ranges": _SPLIT,
    "field by field, three ranges": _THREE,
}
_AT_MOST = 1.5
Numbers = dict[int, tuple[int, ...]]


def by_hand(connection: sqlite3.Connection, statement: str, asked: Mapping[str, int]) -> Numbers:
    """The eight numbers of each field."""
    found: Numbers = {}
    for key, *numbers in connection.execute(statement, asked):
        before = found.get(key, (0,) * len(numbers))
        found[key] = tuple(a + (b or 0) for a, b in zip(before, numbers, strict=True))
    return {key: numbers for key, numbers in found.items() if any(numbers)}


def by_program(desk: Desk, period: Period) -> list[tuple[int, ...]]:
    found = (group.figures for group in statistics(desk, period).groups)
    return sorted(
        numbers
        for f in found
        if any(
            numbers := (
                *(f.online, f.in_person + f.postal + f.unknown_channel, f.carried_over),
                *(f.early, f.on_time, f.late, f.in_time, f.overdue),
            )
        )
    )


def measure(path: Path) -> Iterator[Result]:
    """A month and a year; the hand-written variants must give the same numbers."""
    periods = (
        ("June 2026", month(2026, 6), 0.3, "≤ 1.5 × and ≤ 300 ms"),
        ("October 2023 (the oldest)", month(2023, 10), 0.3, "≤ 1.5 × and ≤ 300 ms"),
        ("the year 2025", year(2025), 1.0, "≤ 1 s"),
    )
    with desk_over(path) as desk:
        connection = bare(path)
        for name, period, limit, promise in periods:
            yield _measure(desk, connection, name, period, limit, promise)
        connection.close()


def _measure(
    desk: Desk,
    connection: sqlite3.Connection,
    name: str,
    period: Period,
    limit: float,
    promise: str,
) -> Result:
    asked = {
        "start": minutes_of(period.start),
        "end": minutes_of(period.as_of(desk.now())),
        "near": minutes_of(period.start - LONG),
    }
    wanted = by_program(desk, period)
    for variant, statement in VARIANTS.items():
        found = sorted(by_hand(connection, statement, asked).values())
        assert found == wanted, f"{variant}: other numbers than the program's"
    program, *hands = in_turns(
        9,
        lambda: statistics(desk, period),
        *(lambda s=statement: by_hand(connection, s, asked) for statement in VARIANTS.values()),
    )
    best = min(range(len(hands)), key=lambda at: hands[at].median)
    ratio = program.median / hands[best].median
    met = program.median <= limit and (ratio <= _AT_MOST or "×" not in promise)
    reference = f"{ms(hands[best].median)}: {list(VARIANTS)[best]}"
    return Result(f"Biểu II.06a, {name}", promise, spread(program), reference, ratio, met)
