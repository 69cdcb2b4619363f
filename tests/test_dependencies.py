"""What is pinned has hashes and a licence; advisories are read from a folder, without a network."""

import json
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
LOCK = (
    "alpha==1.4.0 \\\n    --hash=sha256:00\nbeta==2.0 ; sys_platform == 'win32' \\\n    # via x\n"
)
LISTED = "| alpha | MIT |\n## Tools, not bundled\n| beta | GPL-3.0 |\n"
ADVISORY = {
    "id": "TEST-1",
    "summary": "reads too far",
    "affected": [
        {
            "package": {"ecosystem": "PyPI", "name": "Alpha"},
            "ranges": [
                {
                    "type": "ECOSYSTEM",
                    "events": [
                        {"introduced": "0"},
                        {"fixed": "1.1"},
                        {"introduced": "1.3"},
                        {"fixed": "1.5"},
                    ],
                }
            ],
        }
    ],
}


@pytest.fixture(scope="module")
def checker() -> ModuleType:
    spec = util.spec_from_file_location("dependencies", ROOT / "docs" / "check_dependencies.py")
    assert spec is not None
    assert spec.loader is not None
    made = util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_what_is_pinned_here_has_hashes_and_may_be_shipped(checker: ModuleType) -> None:
    lock, licences = (one.read_text(encoding="utf-8") for one in (checker.LOCK, checker.LICENCES))
    assert list(checker.faults(lock, licences)) == []
    assert len(checker.pinned(lock)) > 50


def test_a_missing_hash_or_licence_or_a_forbidden_one_is_named(checker: ModuleType) -> None:
    assert list(checker.faults(LOCK, LISTED)) == ["beta: no hash in requirements.lock"]
    told = list(checker.faults(LOCK, "| alpha | AGPL-3.0 |\n| gamma | MIT |\n"))
    assert told == [
        "beta: no hash in requirements.lock",
        "beta: no licence in docs/licences.md",
        "alpha: AGPL-3.0 does not let us bundle it",
        "gamma: listed in docs/licences.md, but not pinned",
    ]


@pytest.mark.parametrize(
    ("version", "found"),
    [("1.0", True), ("1.1", False), ("1.2", False), ("1.3", True), ("1.4.0", True), ("1.5", False)],
)
def test_an_advisory_speaks_of_its_versions_only(
    checker: ModuleType, tmp_path: Path, *, version: str, found: bool
) -> None:
    (tmp_path / "TEST-1.json").write_text(json.dumps(ADVISORY), encoding="utf-8")
    pins = {"alpha": (version, True)}
    expected = [f"alpha {version}: TEST-1 reads too far"] if found else []
    assert list(checker.advisories(tmp_path, pins)) == expected


def test_other_ecosystems_and_withdrawn_ones_say_nothing(
    checker: ModuleType, tmp_path: Path
) -> None:
    npm = {**ADVISORY, "affected": [{"package": {"ecosystem": "npm", "name": "alpha"}}]}
    for name, told in (("a", npm), ("b", {**ADVISORY, "withdrawn": "2026-01-01T00:00:00Z"})):
        (tmp_path / f"{name}.json").write_text(json.dumps(told), encoding="utf-8")
    last = {"package": {"ecosystem": "PyPI", "name": "alpha"}, "versions": ["1.4.0"]}
    (tmp_path / "c.json").write_text(json.dumps({"id": "C", "affected": [last]}), encoding="utf-8")
    assert list(checker.advisories(tmp_path, {"alpha": ("1.4.0", True)})) == ["alpha 1.4.0: C"]
