"""The long forms: `python -m tests.faults [kills|errors|bits] [--tries N]`.

Each try prints what was lost, if anything was; the table is written to `bench/faults.md`.
"""

import argparse
import logging
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
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


def kills(files: Path, folder: Path, tries: int) -> Iterator[Line]:
    """SIGKILL at random moments, the jobs in turn."""
    command = f"python -m tests.faults kills --tries {tries}"
    lines = {job: Line(f"SIGKILL during {job}", command) for job in JOBS}
    for seed in range(tries):
        job = list(JOBS)[seed % len(JOBS)]
        with _own(folder) as own:
            lines[job].note(kill_once(job, files, own, seed).lost)
    yield from lines.values()


def errors(files: Path, folder: Path, tries: int) -> Iterator[Line]:
    """Each system call in turn fails once, until none is left to fail; then all from it on."""
    for call in failing.CALLS:
        for error in failing.ERRORS:
            for plus, when in (("", "once"), ("+", "from then on")):
                line = Line(f"{call} fails with {error} {when}", "python -m tests.faults errors")
                for number in range(1, min(tries, _MOST_CALLS) + 1):
                    with _own(folder) as own:
                        found = failing.fail_once(files, own, call, error, f"{number}{plus}")
                    if not found.struck:
                        break
                    line.note(found.wrong)
                yield line


def flipped(files: Path, folder: Path, tries: int) -> Iterator[Line]:
    """Some bits of every page, one after the other."""
    line = Line("one bit of the file turned over", "python -m tests.faults bits")
    sound = bits.make_sound(files / "bits")
    for page in range(bits.pages(sound)):
        for number in range(min(tries, _BITS)):
            with _own(folder) as own:
                said = bits.verdict(sound, own, page, number)
            line.note([] if said in bits.WELL else [f"page {page}, bit {number}: {said}"])
    yield line


class _own:  # noqa: N801 - reads as a word where it is used
    """A folder for one try."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "try"

    def __enter__(self) -> Path:
        self._path.mkdir()
        return self._path

    def __exit__(self, *_error: object) -> None:
        shutil.rmtree(self._path, ignore_errors=True)


FORMS: dict[str, Callable[[Path, Path, int], Iterator[Line]]] = {
    "kills": kills,
    "errors": errors,
    "bits": flipped,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("form", nargs="?", choices=[*FORMS, "all"], default="all")
    parser.add_argument("--tries", type=int, default=_KILLS)
    asked = parser.parse_args()
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as name:
        files = Path(name) / "files"
        (files / "bits").mkdir(parents=True)
        make_files(files)
        forms = FORMS if asked.form == "all" else [asked.form]
        lines = [line for form in forms for line in FORMS[form](files, Path(name), asked.tries)]
    _write(lines)
    return int(any(line.lost for line in lines))


def _write(lines: list[Line]) -> None:
    """Put these lines in the table in the place of their like."""
    kept = TABLE.read_text(encoding="utf-8").splitlines() if TABLE.exists() else []
    new = {line.fault: line for line in lines}
    old = [one for one in kept if one.startswith("| ") and one.split(" | ")[0][2:] not in new]
    rows = [f"| {one.fault} | {one.tries} | {one.lost} | `{one.command}` |" for one in lines]
    body = [*(one for one in old if not one.startswith(("| fault", "| ---"))), *rows]
    head = ["| fault | tries | tries that lost something | again |", "| --- | --- | --- | --- |"]
    TABLE.write_text("\n".join([*_INTRODUCTION, *head, *sorted(body), ""]), encoding="utf-8")


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
