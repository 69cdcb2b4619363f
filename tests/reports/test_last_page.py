"""However long a document is: no heading ends a page, no signature stands alone on the last."""

import re
from pathlib import Path

import pypdfium2
import pytest
from reportlab.platypus import LongTable, Paragraph

from dxdesk.domain.office import Office
from dxdesk.reports.closed_table import LAST_ROWS, ClosedTable
from dxdesk.reports.document import LANDSCAPE, REGULAR, paragraph, style, text_width, write_pdf
from dxdesk.reports.grids import grid
from dxdesk.reports.heading import prepared_and_signed
from dxdesk.reports.letter import Letter, LetterTable
from dxdesk.reports.letter_pdf import write_letter_pdf
from dxdesk.reports.monthly import write_monthly
from tests.reports.literal import APRIL, FIELDS, NOW, LiteralSource, late_line, page_texts

WARD = Office(signer_name="Nguyễn Thị Thu Hà", footer=("Điện thoại: 0277 3 123 456",))
HEADING = re.compile(r"(I{1,3}|IV|[0-9])\. \w.*|Phụ lục.*")


def closed(rows: int, notes: int, tall: int, path: Path) -> list[str]:
    """A table of so many rows above so many notes; every third row has *tall* lines."""
    look = style(REGULAR, 11)

    def cell(number: int) -> Paragraph:
        return paragraph(
            " ".join([f"dòng {number}", *["chữ"] * (tall * 40 * (number % 3 == 0))]), look
        )

    width = text_width(LANDSCAPE)
    body: list[list[object]] = [[cell(n)] for n in range(rows)]
    cells: list[list[object]] = [["ĐẦU BẢNG"], *body, ["CỘNG"]]
    table = LongTable(cells, colWidths=[width], repeatRows=1, style=grid(11))
    small = [paragraph(f"Ghi chú {n}. " + "chữ " * 60, look) for n in range(notes)]
    foot = prepared_and_signed(small, "NGƯỜI LẬP BIỂU", WARD, NOW, width)
    write_pdf(path, [ClosedTable(table, foot)], title="x", author="", orientation=LANDSCAPE)
    return page_texts(path)


@pytest.mark.parametrize("rows", [*range(16, 34, 2), 90])
def test_the_last_rows_go_with_the_signature_and_the_head_with_them(
    rows: int, tmp_path: Path
) -> None:
    for notes, tall in ((3, 0), (6, 3)):
        pages = closed(rows, notes, tall, tmp_path / "x.pdf")
        said = " ".join(pages)
        assert said.count("CỘNG") == said.count("Nguyễn Thị Thu Hà") == 1
        assert all(f"dòng {n} " in said for n in range(rows))
        assert all("ĐẦU BẢNG" in page for page in pages)
        assert pages[-1].count("dòng ") >= LAST_ROWS - 1
        for part in ("CỘNG", "Ghi chú 0.", "Nguyễn Thị Thu Hà", "Điện thoại"):
            assert part in pages[-1]


def test_a_foot_longer_than_a_page_still_comes_out_whole(tmp_path: Path) -> None:
    said = " ".join(closed(20, 40, 0, tmp_path / "x.pdf"))
    assert all(f"Ghi chú {n}." in said for n in range(40))
    assert "Nguyễn Thị Thu Hà" in said


def lines_of(path: Path) -> list[list[str]]:
    """The lines of each page, from top to bottom."""
    with pypdfium2.PdfDocument(path) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]


@pytest.mark.parametrize("length", range(0, 45, 3))
def test_no_heading_ends_a_page_of_a_letter(length: int, tmp_path: Path) -> None:
    table = LetterTable((("Nội dung", 165),), tuple((f"dòng {n}",) for n in range(4)))
    made = Letter(
        subject="Thử",
        addressee="Kính gửi: Nơi nhận",
        opening=tuple(f"Đoạn {n} của phần mở đầu." for n in range(length)),
        parts=tuple((f"{n}. Phần thứ {n}", table) for n in range(1, 5)),
        closing="Trên đây là nội dung báo cáo./.",
        kind="BÁO CÁO",
    )
    write_letter_pdf(made, WARD, NOW, tmp_path / "x.pdf")
    pages = lines_of(tmp_path / "x.pdf")
    assert not [page[-1] for page in pages[:-1] if HEADING.fullmatch(page[-1])]
    last = "\n".join(pages[-1])
    assert last.index("Trên đây là nội dung") < last.index("Nguyễn Thị Thu Hà")


@pytest.mark.parametrize("length", [0, 300, 700, 1100, 1500, 1900, 2300, 2700])
def test_no_heading_ends_a_page_of_the_report_in_prose(length: int, tmp_path: Path) -> None:
    source = LiteralSource(
        {APRIL: FIELDS},
        sentences={"opening": f"Mở đầu {'chữ ' * (length // 4)}:"},
        late_lines=tuple(late_line(number) for number in range(15)),
    )
    write_monthly(source, APRIL, tmp_path / "x.pdf")
    pages = lines_of(tmp_path / "x.pdf")
    ends = [page[-1] for page in pages[:-1]]
    assert not [line for line in ends if HEADING.fullmatch(line) or line.endswith(":")]
    signed = [page for page in pages if "Nguyễn Thị Thu Hà" in page]
    assert len(signed) == 1
    assert any(line.startswith("Trên đây là báo cáo") for line in signed[0])
