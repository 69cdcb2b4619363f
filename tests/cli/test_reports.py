"""`dxdesk report`."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from dxdesk.reports.catalogue import REPORTS
from dxdesk.services.indicators.catalogue import take_set
from dxdesk.services.opening import open_desk
from tests.cli.kit import Line, refused

APRIL = ("--month", "2026-04")


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_the_reports_are_named(line: Line) -> None:
    found = line("report", "--list")
    assert found.status == 0
    for report in REPORTS:
        assert f"\n{report.key} " in found.out
        assert report.title in found.out


EVERY = [(report.key, one) for report in REPORTS for one in report.formats if one != "docx"]


@pytest.mark.parametrize(("kind", "suffix"), EVERY)
def test_every_report_is_written_in_each_format(
    ward: Line, database: Path, kind: str, suffix: str, tmp_path: Path
) -> None:
    if kind in {"digital", "de-an-06", "poster"}:
        desk = open_desk(database)
        take_set(desk, "cap-xa", 2026)
        desk.close()
    target = tmp_path / f"bao-cao.{suffix}"
    found = ward("report", kind, *APRIL, "--output", target)
    assert (found.status, found.out) == (0, ""), found.err
    assert "tháng 4 năm 2026" in found.err
    if suffix == "pdf":
        text = pdf_text(target)
        assert "áng 4 năm 2026" in text or "THÁNG 4 NĂM 2026" in text
        assert kind not in {"ii06a", "monthly"} or "Hộ tịch" in text
    else:
        assert CalamineWorkbook.from_path(target).sheet_names


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (("--quarter", "2026-Q2"), "quý II năm 2026"),
        (("--quarter", "2026-q2"), "quý II năm 2026"),
        (("--year", "2026"), "năm 2026"),
        (("--from", "2026-04-06", "--to", "2026-04-12"), "06/04/2026"),
        (("--month", "2026-04", "--cut-off", "statutory"), "15/03/2026"),
        (("--month", "2026-4", "--cut-off", "calendar"), "tháng 4 năm 2026"),
    ],
)
def test_every_way_to_name_a_period_is_printed(
    ward: Line, period: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    target = tmp_path / "bieu.pdf"
    assert ward("report", "ii06a", *period, "--output", target).status == 0
    printed = " ".join(pdf_text(target).split()).casefold()
    assert words.casefold() in printed


WRONG = [
    (("--month", "2026-13"), "2026-13"),
    (("--month", "2026-00"), "2026-00"),
    (("--month", "04/2026"), "2026-04"),
    (("--month", "2026"), "2026-04"),
    (("--quarter", "2026-Q5"), "Q1 đến Q4"),
    (("--quarter", "Q2"), "2026-Q2"),
    (("--year", "26"), "2026"),
    (("--year", "hai nghìn"), "hai nghìn"),
    (("--from", "2026-04-30", "--to", "2026-04-01"), "sau ngày cuối"),
    (("--from", "2026-04-01"), "--to"),
    ((), "--month"),
    (("--month", "2026-04", "--year", "2026"), "đúng một trong"),
    (("--month", "2026-04", "--from", "2026-04-01", "--to", "2026-04-02"), "đúng một trong"),
    (("--month", "2026-04", "--cut-off", "lunar"), "statutory"),
    (("--month", "2030-01"), "chưa bắt đầu"),
]


@pytest.mark.parametrize(("period", "named"), WRONG)
def test_a_period_that_is_none_is_refused(
    ward: Line, period: tuple[str, ...], named: str, tmp_path: Path
) -> None:
    target = tmp_path / "bieu.pdf"
    refused(ward("report", "ii06a", *period, "--output", target), named)
    assert not target.exists()


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("ii06b", *APRIL, "--output", "a.pdf"), "ii06a, monthly"),
        ((*APRIL, "--output", "a.pdf"), "ii06a, monthly"),
        (("ii06a", *APRIL), "--output"),
        (("ii06a", *APRIL, "--output", "a.csv"), ".pdf hoặc .xlsx"),
        (("ii06a", *APRIL, "--output", "khong-co/a.pdf"), "khong-co"),
        (("ii06a", *APRIL, "--output", "."), "thư mục"),
    ],
)
def test_a_report_that_cannot_be_written_is_refused(
    ward: Line, arguments: tuple[str, ...], named: str
) -> None:
    refused(ward("report", *arguments), named)


def test_a_report_whose_figures_do_not_add_up_names_the_dossiers_at_fault(
    ward: Line, tmp_path: Path
) -> None:
    assert isinstance(ward.database, Path)
    [first, *_] = ward("list", "--from", "2026-04-01", "--to", "2026-04-30", "--json").lines
    with closing(sqlite3.connect(ward.database)) as connection:
        connection.execute("UPDATE dossier SET channel = 0 WHERE code = ?", [first["code"]])
        connection.commit()
    target = tmp_path / "bieu.pdf"
    found = ward("report", "ii06a", *APRIL, "--output", target)
    refused(found, first["code"], status=1)
    assert not target.exists()
