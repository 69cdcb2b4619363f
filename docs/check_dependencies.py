"""Whether what is pinned may be shipped, without a network.

    python docs/check_dependencies.py [--osv FOLDER]

Every package of requirements.lock has hashes and stands in docs/licences.md; what is bundled has a
licence under which it may be. With a folder of advisories in the OSV format (one JSON file each, as
osv.dev offers them for PyPI), none of them speaks of a pinned version. There is no such list that
may be shipped and would not be stale: it is brought on a stick before a release.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from packaging.version import InvalidVersion, Version

ROOT = Path(__file__).resolve().parent.parent
LOCK, LICENCES = ROOT / "requirements.lock", ROOT / "docs" / "licences.md"
TOOLS = "## Tools, not bundled"
FORBIDDEN = ("AGPL", "SSPL", "Commons Clause", "non-commercial", "Proprietary")
_PIN = re.compile(r"^([\w.-]+)==([^\s;\\]+)(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
_LISTED = re.compile(r"^\| ([a-z0-9-]+) \| (.+) \|$", re.MULTILINE)


def name_of(text: str) -> str:
    return re.sub(r"[-_.]+", "-", text).lower()


def pinned(lock: str) -> dict[str, tuple[str, bool]]:
    """Version of each package, and whether it has hashes."""
    return {
        name_of(name): (version, "--hash=sha256:" in rest)
        for name, version, rest in _PIN.findall(lock)
    }


def faults(lock: str, licences: str) -> Iterator[str]:
    pins = pinned(lock)
    bundled, _, tools = licences.partition(TOOLS)
    shipped = dict(_LISTED.findall(bundled))
    listed = shipped | dict(_LISTED.findall(tools))
    for name, (_version, hashed) in pins.items():
        if not hashed:
            yield f"{name}: no hash in requirements.lock"
        if listed.get(name, "?") in {"?", ""}:
            yield f"{name}: no licence in docs/licences.md"
    for name, licence in shipped.items():
        if name not in pins and name != "package":
            yield f"{name}: listed in docs/licences.md, but not pinned"
        if not may_be_bundled(licence):
            yield f"{name}: {licence} does not let us bundle it"


def may_be_bundled(licence: str) -> bool:
    only_gpl = licence.startswith("GPL") and "OR" not in licence.upper().split()
    return not only_gpl and not any(one.lower() in licence.lower() for one in FORBIDDEN)


def advisories(folder: Path, pins: Mapping[str, tuple[str, bool]]) -> Iterator[str]:
    """A line for each advisory of *folder* that speaks of a pinned version."""
    for path in sorted(folder.rglob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        for affected in () if told.get("withdrawn") else told.get("affected", ()):
            package = affected.get("package", {})
            name = name_of(package.get("name", ""))
            version = pins.get(name, ("", False))[0]
            if package.get("ecosystem") == "PyPI" and version and is_affected(affected, version):
                yield f"{name} {version}: {told['id']} {told.get('summary', '')}".rstrip()


def is_affected(affected: Mapping[str, Any], version: str) -> bool:
    if version in affected.get("versions", ()):
        return True
    ranges = (one for one in affected.get("ranges", ()) if one.get("type") == "ECOSYSTEM")
    return any(_within(one.get("events", ()), Version(version)) for one in ranges)


def _within(events: Any, version: Version) -> bool:
    """Events as OSV orders them: introduced, then fixed or last affected, and so on."""
    inside = False
    for event in events:
        for kind, text in event.items():
            try:
                bound = Version("0a0" if text == "0" else text)
            except InvalidVersion:
                continue
            if kind == "introduced" and version >= bound:
                inside = True
            if (kind == "fixed" and version >= bound) or (
                kind == "last_affected" and version > bound
            ):
                inside = False
    return inside


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--osv", type=Path, metavar="FOLDER", help="advisories, a JSON file each")
    asked = parser.parse_args()
    lock = LOCK.read_text(encoding="utf-8")
    found = list(faults(lock, LICENCES.read_text(encoding="utf-8")))
    looked = "no list of advisories given"
    if asked.osv is not None:
        if not asked.osv.is_dir():
            parser.error(f"no folder {asked.osv}")
        found += advisories(asked.osv, pinned(lock))
        looked = f"{sum(1 for _ in asked.osv.rglob('*.json'))} advisories read"
    sys.stdout.writelines(f"{line}\n" for line in found)
    sys.stdout.write(f"{len(pinned(lock))} packages pinned; {looked}; {len(found)} faults.\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
