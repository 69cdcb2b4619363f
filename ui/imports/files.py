"""Files that may be registers, among what was dropped, chosen or found in a folder."""

from collections.abc import Iterable
from pathlib import Path

ENDINGS = frozenset({".xlsx", ".xls", ".ods", ".csv"})
_LOCKS = ("~$", ".~lock.")
"""What Excel and LibreOffice lay beside a file that is open."""


def registers_in(paths: Iterable[Path]) -> list[Path]:
    """*paths*, with each folder replaced by the registers that lie in it, by name."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (one for one in path.iterdir() if one.suffix.lower() in ENDINGS)
            found += sorted(one for one in inside if not one.name.startswith(_LOCKS))
        else:
            found.append(path)
    return found
