"""`dxdesk reconcile`."""

import json
from pathlib import Path

from tests.cli.kit import REGISTER, Line, refused

YEAR = ("--year", "2026")


def test_the_imported_register_is_equal_to_the_book(ward: Line) -> None:
    found = ward("reconcile", str(REGISTER), *YEAR, "--json")
    assert found.status == 0
    told = json.loads(found.out)
    assert told["entries"] == []
    assert told["figures"] == []
    assert told["equal"] > 0


def test_what_is_missing_here_is_told_and_a_letter_is_written(
    new_ward: Line, tmp_path: Path
) -> None:
    letter = tmp_path / "công văn.pdf"
    found = new_ward("reconcile", str(REGISTER), *YEAR, "--output", str(letter))
    assert found.status == 0
    assert "Chỉ có trên hệ thống" in found.out
    assert letter.read_bytes().startswith(b"%PDF")


def test_a_period_is_needed_and_a_file_that_is_a_register(ward: Line, tmp_path: Path) -> None:
    refused(ward("reconcile", str(REGISTER)), "--month")
    refused(ward("reconcile", str(tmp_path / "không.xlsx"), *YEAR), "không.xlsx")
