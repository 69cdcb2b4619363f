"""The list as it is seen: painted, jumped through, sorted, searched while typing, in the window.

A process of its own, offscreen, so that its memory and its event loop are only the window's.
"""

from collections.abc import Iterator
from pathlib import Path

from bench.measure import Result, ms, percentile
from bench.ward import told_by

_LONGEST = 300
_PROGRAM = "from bench.list_driver import program; program()"
_PROMISES = (
    ("painted", "The list's first paint in the window", 0.1),
    ("jumped", "Jump to the end of the list", 0.1),
    ("sorted", "Sort by any column", 0.15),
    ("stalled", "Longest stall of the event loop while typing", 0.016),
)
_MOST_MEMORY = 250


def measure(path: Path) -> Iterator[Result]:
    told = told_by(_PROGRAM, path, longest=_LONGEST)
    for name, subject, limit in _PROMISES:
        seconds = told[name]
        worst = max(seconds)
        yield Result(
            subject=f"{subject} ({len(seconds)})",
            promise=f"≤ {ms(limit)}",
            measured=f"{ms(percentile(seconds, 0.5))} (slowest {ms(worst)})",
            met=worst <= limit,
        )
    (memory,) = told["memory"]
    yield Result(
        subject="Peak memory of the window with the whole list",
        promise=f"≤ {_MOST_MEMORY} MB",
        measured=f"{memory:.0f} MB",
        met=memory <= _MOST_MEMORY,
    )
