"""`dxdesk slip`, and the progress of the register."""

import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from tests.cli.kit import Line, refused


def words(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return unicodedata.normalize("NFC", document[0].get_textpage().get_text_range())
    finally:
        document.close()


def first_code(ward: Line) -> str:
    found = ward("list", "--from", "2026-04-01", "--to", "2026-04-30", "--json")
    return str(next(one["code"] for one in found.lines if one["code"]))


@pytest.mark.parametrize("shape", [str, str.lower, "  {}\u200f ".format])
def test_the_receipt_of_a_dossier_named_by_its_code(
    ward: Line, tmp_path: Path, shape: object
) -> None:
    code = first_code(ward)
    assert callable(shape)
    found = ward("slip", shape(code), "--form", "receipt", "--output", tmp_path / "phieu.pdf")
    assert found.status == 0, found.err
    assert code in words(tmp_path / "phieu.pdf")


def test_the_book_number_names_the_same_dossier(ward: Line, tmp_path: Path) -> None:
    found = ward("slip", "2026/1", "--form", "receipt", "--output", tmp_path / "so.pdf")
    assert found.status == 0, found.err
    assert (tmp_path / "so.pdf").stat().st_size > 1000


@pytest.mark.parametrize("name", ["", "H99.0", "2026/999999999", "%", "ế" * 5000, "<b>\x07"])
def test_a_name_that_no_dossier_bears_is_refused(ward: Line, tmp_path: Path, name: str) -> None:
    found = ward("slip", name, "--output", tmp_path / "phieu.pdf")
    refused(found, "Không có hồ sơ nào mang mã hay số sổ")
    assert len(found.err) < 300
    assert not (tmp_path / "phieu.pdf").exists()


def test_an_unknown_slip_is_refused_and_those_that_exist_are_named(
    ward: Line, tmp_path: Path
) -> None:
    found = ward("slip", first_code(ward), "--form", "thư", "--output", tmp_path / "p.pdf")
    refused(found, "Không có phiếu “thư”", "receipt")


def test_the_register_tells_how_far_it_is(ward: Line, tmp_path: Path) -> None:
    span = ("--from", "2026-04-01", "--to", "2026-06-30")
    found = ward("register", *span, "--output", tmp_path / "so.csv")
    assert "Đang lập sổ: " in found.err
    assert found.out == ""


def test_an_unknown_paper_is_refused_and_those_that_exist_are_named(
    ward: Line, tmp_path: Path
) -> None:
    found = ward("slip", first_code(ward), "--paper", "a3", "--output", tmp_path / "p.pdf")
    refused(found, "Không có khổ giấy “a3”", "a5")
