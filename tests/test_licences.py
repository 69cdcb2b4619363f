"""What is bundled is listed with its licence and pinned by hash; nothing forbids shipping it."""

import re
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
FORBIDDEN = ("AGPL", "SSPL", "Commons Clause", "non-commercial", "Proprietary")


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = util.spec_from_file_location("make_licences", ROOT / "docs" / "make_licences.py")
    assert spec is not None
    assert spec.loader is not None
    made = util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_every_bundled_package_is_listed_with_a_licence(maker: ModuleType) -> None:
    told = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| ([a-z0-9-]+) \| (.+) \|$", told, flags=re.MULTILINE))
    listed.pop("package", None)
    found = maker.bundled()
    assert set(found) <= set(listed)
    assert all(listed[name] not in {"", "?"} for name in found)


def test_no_licence_forbids_to_ship_the_program(maker: ModuleType) -> None:
    for name, text in maker.bundled().items():
        assert not any(word.lower() in text.lower() for word in FORBIDDEN), name
        only_gpl = text.startswith("GPL") and "OR" not in text.upper().split()
        assert not only_gpl, name


def test_every_bundled_package_is_pinned_with_hashes(maker: ModuleType) -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = {
        maker.name_of(name): block
        for name, block in re.findall(
            r"^([\w.-]+)==(.+?)(?=^\S|\Z)", lock, re.MULTILINE | re.DOTALL
        )
    }
    assert set(maker.bundled()) <= set(pinned)
    assert all("--hash=sha256:" in pinned[name] for name in maker.bundled())
