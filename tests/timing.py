"""Which test files are left out of the quick part, from the times of a whole run.

    python run.py test --junitxml=times.xml
    python -m tests.timing times.xml

writes tests/whole.txt: the files whose tests take more than 80 ms on average. A file
that is not listed belongs to the quick part until it is measured.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from lxml import etree

LIST = Path(__file__).with_name("whole.txt")
MOST_SECONDS = 0.08


def whole_files() -> frozenset[str]:
    """Paths below the project's folder, as `tests/ui/test_lock.py`."""
    return frozenset(LIST.read_text("utf-8").split())


def costly(times: Iterable[tuple[str, float]]) -> list[str]:
    """The files among (file, seconds of one test) whose tests take long on average."""
    of_file: dict[str, list[float]] = defaultdict(list)
    for file, seconds in times:
        of_file[file].append(seconds)
    return sorted(
        file for file, all_of in of_file.items() if sum(all_of) > MOST_SECONDS * len(all_of)
    )


def _times(report: Path) -> Iterable[tuple[str, float]]:
    for case in etree.parse(report).getroot().iter("testcase"):
        name = case.get("classname") or ""
        yield name.replace(".", "/") + ".py", float(case.get("time") or 0)


if __name__ == "__main__":
    LIST.write_text("".join(f"{file}\n" for file in costly(_times(Path(sys.argv[1])))), "utf-8")
