"""The bench's command: which measurements, over which ward, and the table."""

import argparse
import os
import platform
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from bench import (
    encrypted,
    figures,
    importing,
    list_window,
    lists,
    printing,
    registers,
    saving,
    sealing,
    searches,
    starting,
)
from bench.measure import Result
from bench.ward import ROOT, tell, ward_of

PROMISED = 1_000_000
TABLE = ROOT / "bench" / "RESULTS.md"
MEASUREMENTS: Mapping[str, Callable[[Path], Iterator[Result]]] = {
    "figures": figures.measure,
    "lists": lists.measure,
    "window": list_window.measure,
    "search": searches.measure,
    "save": saving.measure,
    "seal": sealing.measure,
    "import": importing.measure,
    "register": registers.measure,
    "paper": printing.measure,
    "encrypted": encrypted.measure,
    "start": starting.measure,
}
_HEAD = ("what", "promise", "measured", "reference", "ratio", "met")


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and write the table after a whole run; 1 when a promise is broken."""
    asked = _asked(arguments)
    path = ward_of(asked.dossiers)
    results = []
    for name in asked.only:
        for result in MEASUREMENTS[name](path):
            results.append(result)
            print(" | ".join(_cells(result)), flush=True)
    if asked.dossiers == PROMISED and set(asked.only) == set(MEASUREMENTS):
        TABLE.write_text(_table(results, asked.dossiers), encoding="utf-8")
        tell(f"Written: {TABLE.relative_to(ROOT)}")
    return 1 if any(result.met is False for result in results) else 0


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench/run", description=__doc__)
    parser.add_argument("--dossiers", type=int, default=PROMISED)
    parser.add_argument(
        "--only",
        type=lambda text: text.split(","),
        default=list(MEASUREMENTS),
        help=", ".join(MEASUREMENTS),
    )
    asked = parser.parse_args(arguments)
    if unknown := set(asked.only) - set(MEASUREMENTS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    return asked


def _cells(result: Result) -> tuple[str, ...]:
    ratio = "—" if result.ratio is None else f"{result.ratio:.2f} ×"
    met = {True: "yes", False: "**no**", None: ""}[result.met]
    return (result.subject, result.promise, result.measured, result.reference, ratio, met)


def _table(results: Sequence[Result], dossiers: int) -> str:
    lines = [_HEAD, ("---",) * len(_HEAD), *map(_cells, results)]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    return f"""# Speed, measured

Written by `python run.py bench` over the sample ward with {dossiers:,} dossiers ({machine}).
Each promise stands beside its reference, measured in the same run, turn by turn. Times are
medians; a list or a search is judged by its slowest case or its p95. The machine is noisy, so
ratios say more than milliseconds.

{table}

- Saving: where a flush to disk takes a fraction of a millisecond (virtual disks), the reference is
  all but free and the ratio shows the program's own two milliseconds; where it takes ten, they
  vanish beside it.
- Starting: usable is when today's numbers of the whole ward stand on the page and the keyboard is
  served. SQLAlchemy comes after that, in the background, before any other page.
"""
