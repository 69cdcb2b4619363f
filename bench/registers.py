"""What is done with a register of 100,000 rows beside importing it: looked at, compared, watched.

Each in a process of its own, so that nothing is warm that would not be.
"""

import json
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from bench.importing import ROWS, register_of
from bench.measure import Result, Times, ms, timed
from bench.ward import FOLDER, UNTIL, clock, told_by
from dxdesk.desk import Desk
from dxdesk.domain.period import Period
from dxdesk.services import imports
from dxdesk.services.opening import open_desk
from dxdesk.services.reconciliation import reconcile

_ROUNDS = 3
_LONGEST = 600
_LATER = 1000
"""So many dossiers further on begins the export that is compared: some are only here or there."""
_PERIOD = Period(date(2018, 1, 1), UNTIL)
_ALONE = "from bench.registers import alone; alone()"
_WINDOW = "from bench.import_driver import program; program()"
_MOST_STALL = 0.05


def measure(path: Path) -> Iterator[Result]:
    register, export = register_of(path), register_of(path, after=_LATER)
    told = [told_by(_ALONE, register, export, longest=_LONGEST) for _ in range(_ROUNDS)]
    for name, subject, limit in (
        ("new", f"Preview of {ROWS:,} rows, all new", 3),
        ("known", f"Preview of {ROWS:,} rows, all known", 3),
        ("compared", f"Reconciling {ROWS:,} rows with {ROWS:,} dossiers", 5),
    ):
        times = Times(tuple(one[name] for one in told))
        yield Result(
            subject=subject,
            promise=f"≤ {limit} s",
            measured=f"{ms(times.median)} (min {ms(times.best)})",
            met=times.median <= limit,
        )
    stalls = told_by(_WINDOW, register, longest=_LONGEST)
    for name, subject in (("preview", "a preview"), ("import", "an import")):
        yield Result(
            subject=f"Longest stall of the window during {subject} of {ROWS:,} rows",
            promise=f"≤ {ms(_MOST_STALL)}",
            measured=ms(stalls[name]),
            met=stalls[name] <= _MOST_STALL,
        )


def empty_ward() -> Desk:
    """A new ward for a measured process."""
    target = FOLDER / "register.db"
    for leftover in FOLDER.glob(f"{target.name}*"):
        leftover.unlink()
    return open_desk(target, clock=clock)


def alone() -> None:
    """Run in the child: what is done with the register and the export, in seconds."""
    register, export = map(Path, sys.argv[1:])
    desk = empty_ward()
    tasks: dict[str, Callable[[], object]] = {
        "new": lambda: imports.preview(desk, register),
        "imported": lambda: imports.run(desk, register),
        "known": lambda: imports.preview(desk, register),
        "compared": lambda: reconcile(desk, export, _PERIOD),
    }
    print(json.dumps({name: timed(task) for name, task in tasks.items()}))
    desk.close()
