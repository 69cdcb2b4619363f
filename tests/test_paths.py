import sys
from pathlib import Path

import pytest

from dxdesk import paths


def test_the_resources_lie_beside_the_package() -> None:
    assert (paths.RESOURCES / "calendar" / "statutory.json").is_file()


def test_in_a_frozen_program_the_resources_lie_in_the_bundle(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths._root() / "resources" == tmp_path / "resources"


def test_the_environment_chooses_the_data_folder(own_data_folder: Path) -> None:
    assert paths.home() == own_data_folder


def test_without_a_choice_the_system_s_place_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DXDESK_HOME", "  ")
    assert paths.home().name == "DXDesk"
