"""What is bundled is listed with the licence that the packages themselves tell."""

import re
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


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
