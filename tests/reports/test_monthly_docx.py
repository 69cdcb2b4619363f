"""The prose report for Word: the same sentences, the form of Nghị định 30/2020/NĐ-CP."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Mm, Pt

from dxdesk.reports.monthly import write_monthly
from dxdesk.reports.monthly_facts import gather
from dxdesk.reports.monthly_text import BODY, part_lines
from tests.reports.literal import APRIL, FIELDS, LiteralSource, figures, late_line

LATE = tuple(late_line(n) for n in range(15))
SOURCE = LiteralSource(late_lines=LATE)


def written(source: LiteralSource, tmp_path: Path) -> Any:
    path = tmp_path / "b.docx"
    write_monthly(source, APRIL, path)
    return Document(str(path))


def test_the_sentences_are_those_of_the_printed_report(tmp_path: Path) -> None:
    texts = [p.text for p in written(SOURCE, tmp_path).paragraphs]
    facts = gather(SOURCE, APRIL)
    said = [line.text for part in BODY for line in part_lines(facts, part)]
    assert len(said) > 20
    assert [text for text in said if text not in texts] == []


def test_page_and_letters_are_those_of_an_official_document(tmp_path: Path) -> None:
    document = written(SOURCE, tmp_path)
    section = document.sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin)
    assert [round(m.mm) for m in margins] == [20, 20, 30]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    normal = document.styles["Normal"].font
    assert (normal.name, normal.size) == ("Times New Roman", Pt(14))
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header.paragraphs[0]._p.xml
    assert round(section.right_margin.mm) == round(Mm(15).mm)


def test_head_and_signature_stand_in_tables_without_lines(tmp_path: Path) -> None:
    tables = written(SOURCE, tmp_path).tables
    left, right = (cell.text.split("\n") for cell in tables[0].rows[0].cells)
    assert left[:2] == ["ỦY BAN NHÂN DÂN", "PHƯỜNG AN BÌNH"]
    assert right[:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    names, signer = (cell.text for cell in tables[-1].rows[0].cells)
    assert names.startswith("Nơi nhận:\n- Như trên;")
    assert "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH" in signer
    assert signer.endswith("Nguyễn Thị Thu Hà")


def test_the_same_facts_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_monthly(SOURCE, APRIL, tmp_path / f"{name}.docx")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_hostile_names_stand_as_they_are(tmp_path: Path) -> None:
    name = "\u202e<b>Ấp</b> & \x07" + "dài " * 300
    source = replace(SOURCE, fields={APRIL: {name: sum(FIELDS.values(), figures())}})
    text = "\n".join(p.text for p in written(source, tmp_path).paragraphs)
    assert "<b>Ấp</b> &" in text
    assert "\u202e" not in text
