"""Timing on a noisy machine: candidates take turns, so that a disturbance hits all of them."""

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

Task = Callable[[], object]
_KILO = 1024
_FINE = 10
"""Milliseconds below which decimals are shown."""


@dataclass(frozen=True)
class Times:
    """Durations of repeated runs of one thing, in seconds."""

    seconds: tuple[float, ...]

    @property
    def best(self) -> float:
        return min(self.seconds)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def p95(self) -> float:
        return percentile(self.seconds, 0.95)


@dataclass(frozen=True)
class Result:
    """One line of the table; *met* None: a line that only informs."""

    subject: str
    promise: str
    measured: str
    reference: str = "—"
    ratio: float | None = None
    met: bool | None = None


def percentile(seconds: Sequence[float], share: float) -> float:
    """The smallest value that at least *share* of the values do not exceed."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered) + 0.5) - 1))]


def timed(task: Task) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def in_turns(repeats: int, *tasks: Task) -> list[Times]:
    """Run all *tasks* once to warm up, then *repeats* rounds in which each has its turn."""
    for task in tasks:
        task()
    gc.collect()
    gc.disable()
    try:
        rounds = [[timed(task) for task in tasks] for _ in range(repeats)]
    finally:
        gc.enable()
    return [Times(tuple(column)) for column in zip(*rounds, strict=True)]


def peak_megabytes() -> int:
    """The most memory that this process ever held.

    From /proc where there is one: `ru_maxrss` of a child starts at its parent's peak.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) // _KILO
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _KILO


def ms(seconds: float) -> str:
    """`0.42 ms`, `17 ms`, `2,350 ms`."""
    value = seconds * 1000
    return f"{value:.2f} ms" if value < _FINE else f"{value:,.0f} ms"


def spread(times: Times) -> str:
    return f"{ms(times.median)} (p95 {ms(times.p95)}, min {ms(times.best)})"
