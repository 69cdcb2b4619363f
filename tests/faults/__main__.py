"""The long forms: `python -m tests.faults [kills|errors|bits] [--tries N] [--first SEED]`.

Each try prints what was lost, if anything was; the table is written to `bench/faults.md`, also
when the run is stopped. A run that begins at a later seed is added to what stands there, so that
the long form can be run in parts, even at the same time.
"""

import argparse
import logging
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults import bits, failing
from tests.faults.jobs import JOBS
from tests.faults.killing import kill_once
from tests.faults.ward import make_files

TABLE = Path(__file__).parents[2] / "bench" / "faults.md"
_KILLS, _BITS, _MOST_CALLS = 2000, 8, 600


@dataclass
class Line:
    """One line of the table."""

    fault: str
    command: str
    tries: int = 0
    lost: int = 0

    def note(self, complaints: list[str]) -> None:
        self.tries += 1
        self.lost += bool(complaints)
        for complaint in complaints:
            sys.stdout.write(f"{self.fault}: {complaint}\n")
            sys.stdout.flush()


@dataclass
class Run:
    """What was asked for, and what has come out so far."""

    files: Path
    folder: Path
    tries: int
    first: int
    lines: list[Line] = field(default_factory=list)

    def line(self, fault: str, form: str) -> Line:
        self.lines.append(Line(fault, f"python -m tests.faults {form}"))
        return self.lines[-1]


def kills(run: Run) -> None:
    """SIGKILL at random moments, the jobs in turn."""
    lines = {job: run.line(f"SIGKILL during {job}", "kills") for job in JOBS}
    for seed in range(run.first, run.first + run.tries):
        job = list(JOBS)[seed % len(JOBS)]
        with _own(run.folder) as own:
            lines[job].note(kill_once(job, run.files, own, seed).lost)


def errors(run: Run) -> None:
    """Each system call in turn fails once, until none is left to fail; then all from it on."""
    for call in failing.CALLS:
        for error in failing.ERRORS:
            for plus, when in (("", "once"), ("+", "from then on")):
                line = run.line(f"{call} fails with {error} {when}", "errors")
                for number in range(1, min(run.tries, _MOST_CALLS) + 1):
                    with _own(run.folder) as own:
                        found = failing.fail_once(run.files, own, call, error, f"{number}{plus}")
                    if not found.struck:
                        break
                    line.note(found.wrong)


def flipped(run: Run) -> None:
    """Some bits of every page, one after the other."""
    line = run.line("one bit of the file turned over", "bits")
    sound = bits.make_sound(run.files / "bits")
    for page in range(bits.pages(sound)):
        for number in range(min(run.tries, _BITS)):
            with _own(run.folder) as own:
                said = bits.verdict(sound, own, page, number)
            line.note([] if said in bits.WELL else [f"page {page}, bit {number}: {said}"])


class _own:  # noqa: N801 - reads as a word where it is used
    """A folder for one try."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "try"

    def __enter__(self) -> Path:
        self._path.mkdir()
        return self._path

    def __exit__(self, *_error: object) -> None:
        shutil.rmtree(self._path, ignore_errors=True)


FORMS: dict[str, Callable[[Run], None]] = {"kills": kills, "errors": errors, "bits": flipped}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("form", nargs="?", choices=[*FORMS, "all"], default="all")
    parser.add_argument("--tries", type=int, default=_KILLS)
    parser.add_argument("--first", type=int, default=0, help="seed of the first kill")
    asked = parser.parse_args()
    logging.disable(logging.CRITICAL)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        run = Run(Path(name) / "files", Path(name), asked.tries, asked.first)
        (run.files / "bits").mkdir(parents=True)
        make_files(run.files)
        try:
            for form in FORMS if asked.form == "all" else [asked.form]:
                FORMS[form](run)
        except KeyboardInterrupt:
            sys.stdout.write("stopped\n")
        finally:
            _write(run.lines, add=asked.first > 0)
    return int(any(line.lost for line in run.lines))


def _write(lines: list[Line], *, add: bool) -> None:
    """Put these lines in the table in the place of their like, or on top of them."""
    kept = TABLE.read_text(encoding="utf-8").splitlines() if TABLE.exists() else []
    told = {one.split(" | ")[0][2:]: one for one in kept if one.startswith("| ")}
    for one in lines:
        if add and one.fault in told:
            _fault, tries, lost, _again = told[one.fault].strip("| ").split(" | ")
            one.tries, one.lost = one.tries + int(tries), one.lost + int(lost)
        told[one.fault] = f"| {one.fault} | {one.tries} | {one.lost} | `{one.command}` |"
    body = sorted(row for fault, row in told.items() if fault not in {"fault", "---"})
    head = ["| fault | tries | tries that lost something | again |", "| --- | --- | --- | --- |"]
    TABLE.write_text("\n".join([*_INTRODUCTION, *head, *body, ""]), encoding="utf-8")


_INTRODUCTION = (
    "# Faults",
    "",
    "Each try sets up a small ward, lets something fail under it and looks at what is left: all",
    "that the user was told is saved must be there, the file sound by `dxdesk check`, and the next",
    "dossier received. Short forms of all of them run in CI (`tests/faults`).",
    "",
)


if __name__ == "__main__":
    sys.exit(main())
