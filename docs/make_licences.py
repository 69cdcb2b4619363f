"""Write docs/licences.md: what the program is shipped with, and under which licence.

    python docs/make_licences.py

Read from the packages that are installed, which are those of requirements.lock.
"""

import re
import tomllib
from collections.abc import Container
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "licences.md"
LOCK = ROOT / "requirements.lock"
TOOLS = """
## Tools, not bundled

Packages of `requirements.lock` that test, check or bundle the program.

| package | licence |
|---|---|
"""
SYSTEMS = (
    {"sys_platform": "linux", "platform_system": "Linux"},
    {"sys_platform": "win32", "platform_system": "Windows"},
    {"sys_platform": "darwin", "platform_system": "Darwin"},
)
ELSEWHERE = {
    "atheris": "Apache-2.0",
    "colorama": "BSD-3-Clause",
    "macholib": "MIT",
    "pefile": "MIT",
    "pywin32-ctypes": "BSD-3-Clause",
}
"""Of packages that do not tell it, or that only other systems install."""
HEAD = """# Licences of what is bundled

Made by `python docs/make_licences.py` from the installed packages; the versions are those of
`requirements.lock`. Qt (PySide6, shiboken6) is used under the LGPL: its libraries lie as files of
their own in the bundle and can be exchanged.

| package | licence |
|---|---|
"""
FONTS = """
The fonts Tinos and Be Vietnam Pro are under the SIL Open Font License 1.1 (texts in
`resources/fonts/`). SQLite, within Python and SQLCipher, is in the public domain; PDFium, within
pypdfium2, is under the BSD 3-Clause License.
"""
_LONGEST = 60


def name_of(text: str) -> str:
    return re.sub(r"[-_.]+", "-", text).lower()


def bundled() -> dict[str, str]:
    """The licence of each package that the program needs on any system, directly or not."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [Requirement(one) for one in project["dependencies"]]
    found: dict[str, str] = {}
    while waiting:
        wanted = waiting.pop()
        name = name_of(wanted.name)
        if name in found or not _is_wanted(wanted):
            continue
        found[name] = licence_of(name)
        if name not in ELSEWHERE:
            waiting += [Requirement(one) for one in metadata.requires(name) or []]
    return dict(sorted(found.items()))


def _is_wanted(wanted: Requirement) -> bool:
    marker = wanted.marker
    return marker is None or any(marker.evaluate({"extra": "", **one}) for one in SYSTEMS)


def tools(bundled: Container[str]) -> dict[str, str]:
    """The licence of each pinned package that is not among those *bundled*."""
    names = re.findall(r"^([\w.-]+)==", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    return {name_of(one): licence_of(one) for one in names if name_of(one) not in bundled}


def licence_of(name: str) -> str:
    """As the package says it; the classifier where that is a whole text or says nothing."""
    if name_of(name) in ELSEWHERE:
        return ELSEWHERE[name_of(name)]
    told = metadata.metadata(name)
    classified = [
        one.rsplit(" :: ", 1)[-1]
        for one in told.get_all("Classifier") or []
        if one.startswith("License :: ")
    ]
    said = told.get("License-Expression") or (told.get("License") or "").splitlines()[:1]
    text = said if isinstance(said, str) else "".join(said)
    vague = len(text) > _LONGEST or text in {"", "Dual License"}
    return " or ".join(classified) if classified and vague else text or "?"


def page(found: dict[str, str]) -> str:
    return HEAD + _rows(found) + FONTS + TOOLS + _rows(tools(found))


def _rows(found: dict[str, str]) -> str:
    return "".join(f"| {name} | {text} |\n" for name, text in found.items())


if __name__ == "__main__":
    OUT.write_text(page(bundled()), encoding="utf-8")
