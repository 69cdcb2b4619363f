"""Letters and the prose report have one form; a letter says below its number what it is about."""

from pathlib import Path
from typing import Any

import pypdfium2
from docx import Document

from dxdesk.reports.document import PORTRAIT, text_width, write_pdf
from dxdesk.reports.heading import national_head
from dxdesk.reports.letter import Letter, LetterTable
from dxdesk.reports.letter_docx import write_letter
from tests.reports.literal import LiteralSource

SOURCE = LiteralSource()
ABOUT = "V/v đối chiếu số liệu hồ sơ tháng 4 năm 2026"
LETTER = Letter(
    subject=ABOUT,
    addressee="Kính gửi: Sở Nội vụ",
    opening=("Ủy ban nhân dân phường đã đối chiếu số liệu.",),
    parts=(("1. Số liệu khác nhau", LetterTable((("Số liệu", 45),), (("=1+1",), ("Hẹn trả",)))),),
    closing="Kính đề nghị Sở xem xét./.",
)


def test_a_letter_for_editing_has_the_form_of_the_decree(tmp_path: Path) -> None:
    paths = (tmp_path / "a.docx", tmp_path / "b.docx")
    for path in paths:
        write_letter(LETTER, SOURCE.office, SOURCE.now, path)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    document: Any = Document(str(paths[0]))
    left, right = document.tables[0].rows[0].cells
    said = [line for line in left.text.split("\n") if line]
    assert said[-2:] == [f"Số: ……/{SOURCE.office.symbol}", ABOUT]
    assert "Độc lập - Tự do - Hạnh phúc" in right.text
    assert [cell.text for cell in document.tables[1].columns[0].cells] == [
        *("Số liệu", "=1+1", "Hẹn trả"),
    ]
    assert "Nguyễn Thị Thu Hà" in document.tables[2].rows[0].cells[1].text
    section = document.sections[0]
    assert [round(side.mm) for side in (section.left_margin, section.right_margin)] == [30, 15]


def test_on_paper_what_it_is_about_stands_below_the_number_on_the_left(tmp_path: Path) -> None:
    path, width = tmp_path / "h.pdf", text_width(PORTRAIT)
    head = national_head(SOURCE.office, SOURCE.now, width, about=ABOUT)
    write_pdf(path, [head], title="t", author="a", orientation=PORTRAIT)
    with pypdfium2.PdfDocument(path) as document:
        page = document[0]
        text = page.get_textpage()
        boxes = {
            words: text.get_rect(0)
            for words in ("Số:", "V/v")
            if (found := text.search(words).get_next()) and text.count_rects(*found)
        }
        text.close()
        page.close()
    assert boxes["V/v"][3] < boxes["Số:"][1] + 1
    assert boxes["V/v"][2] < 297
