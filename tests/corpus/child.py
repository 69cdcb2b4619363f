"""A process that may take one gigabyte and touch nothing but its input, reading the corpus.

`python -m tests.corpus.child DATABASE FILE…` prints one JSON line per file.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dxdesk.desk import Desk
from dxdesk.errors import InputError
from dxdesk.exchange.cells import cell_text
from dxdesk.exchange.grids import open_grids
from dxdesk.exchange.legacy import encodings
from dxdesk.exchange.sample import guess_head, guess_mapping, read_sample
from dxdesk.exchange.shapes import figures, registers
from dxdesk.services import imports
from dxdesk.services.imports import Preview
from dxdesk.services.opening import open_desk
from tests.kit import Clock

MOST_MEMORY = 1 << 30
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.")
_WRITES = frozenset("wax+")


def main() -> None:
    database, *files = map(Path, sys.argv[1:])
    desk = open_desk(database, clock=Clock("31/12/2026 16:00"))
    encodings(), figures(), registers()
    confine(database.parent, {str(path) for path in files})
    for path in files:
        start = time.perf_counter()
        told = outcome(desk, path)
        seconds = time.perf_counter() - start
        sys.stdout.write(json.dumps({"file": path.name, "seconds": seconds, **told}) + "\n")
        sys.stdout.flush()


def confine(own: Path, inputs: set[str]) -> None:
    """From here on: a gigabyte, no network, no other program, no other file of the person."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    code = (sys.prefix, sys.base_prefix, str(Path(__file__).parents[2]), str(own), "/proc/self")

    def watch(event: str, given: tuple[Any, ...]) -> None:
        if event.startswith(_FORBIDDEN):
            raise PermissionError(event)
        if event == "open" and isinstance(given[0], str | bytes):
            path = given[0] if isinstance(given[0], str) else given[0].decode(errors="replace")
            writes = bool(_WRITES & set(str(given[1] or "")))
            if path in inputs and not writes:
                return
            if not path.startswith(code) or (writes and not path.startswith(str(own))):
                raise PermissionError(f"open {Path(path).name}")

    sys.addaudithook(watch)


def outcome(desk: Desk, path: Path) -> dict[str, Any]:
    """What reading and previewing *path* gave, in counts; `lost` are lines that nobody named."""
    try:
        found = imports.preview(desk, path)
    except InputError as error:
        _quietly(lambda: _mapped(desk, path))
        return {"refused": str(error)}
    result = found.result
    parts = result.new + result.changed + result.same + len(result.quarantined)
    lost = unnamed(found, path)
    return {"rows": result.rows, "parts": parts, "lost": lost, "warnings": len(result.warnings)}


def _mapped(desk: Desk, path: Path) -> None:
    """What the wizard does next with a file whose headings nobody knows."""
    sample = read_sample(path)
    imports.preview(desk, path, mapping=guess_mapping(sample, guess_head(sample)))


def _quietly(work: Callable[[], object]) -> None:
    try:
        work()
    except InputError:
        return


def unnamed(found: Preview, path: Path) -> list[int]:
    """Lines of the file that hold something and stand nowhere in the preview."""
    several = len({one.sheet for one in found.lines}) > 1
    named = {(one.sheet if several else "", one.line) for one in found.lines}
    told = " ".join(found.result.warnings)
    return [
        line
        for grid in open_grids(path)
        for line, row in enumerate(grid.rows, start=1)
        if any(cell_text(cell) for cell in row)
        and (grid.name if several else "", line) not in named
        and f"“{grid.name}”" not in told
    ]


if __name__ == "__main__":
    main()
