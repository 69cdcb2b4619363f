"""The first page of the list: each order, each single filter, and 200 combinations."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random

from bench.measure import Result, Times, in_turns, ms, percentile
from bench.ward import UNTIL, bare, desk_over
from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.figures import COUNT_NAMES
from dxdesk.domain.period import month, year
from dxdesk.domain.query import Lateness, Order, Query, Worklist
from dxdesk.domain.state import State
from dxdesk.services import catalogue
from dxdesk.services.listing import first_page
from dxdesk.services.statistics import count_filter

_COMBINATIONS = 200
_BARE = """
    SELECT d.*, p.code, p.name, f.name, o.name FROM (
        SELECT id FROM dossier ORDER BY arrived_at DESC, id DESC LIMIT 101) AS first
    JOIN dossier d USING (id) JOIN procedure p ON p.id = d.procedure_id
    JOIN field f ON f.id = d.field_id LEFT JOIN officer o ON o.id = d.officer_id"""
Named = tuple[str, Query]


def measure(path: Path) -> Iterator[Result]:
    with desk_over(path) as desk:
        connection = bare(path)
        (reference,) = in_turns(9, lambda: connection.execute(_BARE).fetchall())
        connection.close()
        for subject, limit, cases in (
            ("First page of the list, each order", 0.05, _orders()),
            ("First page of the list, each single filter", 0.05, _single(desk)),
            ("First page of the list, random combinations", 0.3, _combined(desk)),
        ):
            yield _measure(desk, subject, limit, cases, reference)


def _measure(
    desk: Desk, subject: str, limit: float, cases: Sequence[Named], reference: Times
) -> Result:
    found = []
    for name, query in cases:
        (times,) = in_turns(3, partial(first_page, desk, query))
        found.append((times.median, name))
    middle, high = (percentile([s for s, _ in found], share) for share in (0.5, 0.95))
    worst, name = max(found)
    measured = f"{ms(middle)} (p95 {ms(high)}, slowest {ms(worst)}: {name})"
    return Result(
        subject=f"{subject} ({len(cases)})",
        promise=f"≤ {ms(limit)}",
        measured=measured,
        reference=f"{ms(reference.median)}: plain SQL, newest first",
        ratio=worst / reference.median,
        met=worst <= limit,
    )


def _orders() -> list[Named]:
    return [
        (f"{order}{' ↓' if descending else ' ↑'}", Query(order=order, descending=descending))
        for order in Order
        for descending in (True, False)
    ]


def _single(desk: Desk) -> list[Named]:
    """Every single filter in the list's usual order: the most and the least frequent values."""
    found: list[Named] = [
        *((f"state {state.key}", Query(states=frozenset({state}))) for state in State),
        *((f"channel {channel.key}", Query(channels=frozenset({channel}))) for channel in Channel),
        *((f"{late}", Query(lateness=late)) for late in Lateness),
        *((f"work {work}", Query(work=work)) for work in Worklist),
        *((f"field {one.id}", Query(field_id=one.id)) for one in catalogue.fields(desk)),
        *(
            (f"procedure {one.id}", Query(procedure_id=one.id))
            for one in catalogue.procedures(desk)
        ),
        *((f"officer {one.id}", Query(officer_id=one.id)) for one in catalogue.officers(desk)),
        *((f"hamlet {one.id}", Query(hamlet_id=one.id)) for one in catalogue.hamlets(desk)),
    ]
    for days in (0, 30, 400, 1000):
        day = UNTIL - timedelta(days=days)
        found += [(f"from {day}", Query(first=day)), (f"to {day}", Query(last=day))]
        found.append((f"on {day}", Query(first=day, last=day)))
    for period in (month(2026, 8), month(2024, 2), year(2025)):
        found += [
            (f"count {name} {period.first}", Query(count=count_filter(desk, name, period)))
            for name in COUNT_NAMES
        ]
    return found


def _combined(desk: Desk) -> list[Named]:
    rng = Random(1)
    return [_combination(desk, rng) for _ in range(_COMBINATIONS)]


def _combination(desk: Desk, rng: Random) -> Named:
    """Two to four filters together, in any order of the list."""
    ways: dict[str, Callable[[Query], Query]] = {
        "state": lambda q: replace(q, states=frozenset(rng.sample(list(State), 2))),
        "channel": lambda q: replace(q, channels=frozenset(rng.sample(list(Channel), 2))),
        "field": lambda q: replace(q, field_id=rng.choice(catalogue.fields(desk)).id),
        "procedure": lambda q: replace(q, procedure_id=rng.choice(catalogue.procedures(desk)).id),
        "officer": lambda q: replace(q, officer_id=rng.choice(catalogue.officers(desk)).id),
        "hamlet": lambda q: replace(q, hamlet_id=rng.choice(catalogue.hamlets(desk)).id),
        "dates": lambda q: _in_days(q, rng),
        "lateness": lambda q: replace(q, lateness=rng.choice(list(Lateness))),
        "text": lambda q: replace(q, text=rng.choice(_TEXTS)),
        "count": lambda q: replace(
            q, count=count_filter(desk, rng.choice(COUNT_NAMES), month(2026, rng.randint(1, 9)))
        ),
    }
    chosen = rng.sample(list(ways), rng.randint(2, 4))
    query = Query(order=rng.choice(list(Order)), descending=bool(rng.getrandbits(1)))
    for name in chosen:
        query = ways[name](query)
    name = " + ".join(chosen)
    return f"{name}, by {query.order}{' ↓' if query.descending else ' ↑'}", query


_TEXTS = ("nguyen", "tran van", "hùng", "đăng", "2608", "0001", "nong thi", "zzz", "an", "h")


def _in_days(query: Query, rng: Random) -> Query:
    first = date(2023, 10, 1) + timedelta(days=rng.randint(0, 1000))
    return replace(query, first=first, last=first + timedelta(days=rng.choice((0, 7, 30, 365))))
