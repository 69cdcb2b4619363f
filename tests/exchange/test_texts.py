"""Documents as texts: paragraphs, tables with tabs; what is no document is told in words."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from reportlab.pdfgen.canvas import Canvas

from dxdesk.domain.claims import FindingKind, check_text
from dxdesk.errors import InputError
from dxdesk.exchange import texts
from dxdesk.exchange.texts import read_text

SENTENCE = "Tiếp nhận 3.452 hồ sơ. Trước hạn 3.449 hồ sơ đạt 99,96%."
ROWS = (("Lĩnh vực", "Số hồ sơ"), ("Hộ tịch", "20"), ("Đất đai", "5"), ("Tổng", "26"))


@pytest.fixture
def document(tmp_path: Path) -> Path:
    made = Document()
    made.add_paragraph(SENTENCE)
    table = made.add_table(len(ROWS), len(ROWS[0]))
    for line, row in enumerate(ROWS):
        for at, text in enumerate(row):
            table.cell(line, at).text = text
    made.add_paragraph("Hết./.")
    path = tmp_path / "báo cáo.docx"
    made.save(str(path))
    return path


def test_a_word_document_gives_its_paragraphs_and_its_tables_in_order(document: Path) -> None:
    text = read_text(document)
    assert text.index(SENTENCE) < text.index("Hộ tịch\t20") < text.index("Hết./.")
    assert [found.kind for found in check_text(text)] == [FindingKind.SHARE, FindingKind.SUM]


def test_a_cell_over_several_columns_is_given_once(tmp_path: Path) -> None:
    made = Document()
    table = made.add_table(1, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "120"
    table.cell(0, 2).text = "5"
    path = tmp_path / "bảng.docx"
    made.save(str(path))
    assert "120\t\t5" in read_text(path)


def test_a_pdf_gives_its_lines_and_broken_sentences_are_joined(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(50, 700, "1. received 10")
    canvas.drawString(50, 680, "dossiers.")
    canvas.drawString(50, 660, "End.")
    canvas.save()
    assert read_text(path).splitlines() == ["1. received 10 dossiers.", "End."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_file_is_read_in_its_own_letters(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE, encoding=encoding)
    assert read_text(path) == SENTENCE


def cut_word(path: Path) -> None:
    made = Document()
    made.save(str(path))
    path.write_bytes(path.read_bytes()[:2000])


def other_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "x")


def broken_xml(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:document>")
        archive.writestr("[Content_Types].xml", "<broken")


def locked_pdf(path: Path) -> None:
    canvas = Canvas(str(path), encrypt="mật khẩu")
    canvas.drawString(50, 700, "x")
    canvas.save()


def empty_pdf(path: Path) -> None:
    canvas = Canvas(str(path))
    canvas.showPage()
    canvas.save()


def write(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (cut_word, "bị hỏng"),
        (other_zip, "không phải văn bản Word"),
        (broken_xml, "bị hỏng"),
        (locked_pdf, "đặt mật khẩu"),
        (empty_pdf, "không có chữ nào đọc được"),
        (write(b"%PDF-1.7 cut"), "bị hỏng"),
        (write(OLE + "EncryptedPackage".encode("utf-16-le")), "đặt mật khẩu"),
        (write(OLE + b"WordDocument"), "Word cũ"),
        (write(bytes(range(256)) * 40), "không phải văn bản"),
        (write(b""), "không có chữ nào đọc được"),
        (Path.mkdir, "Không mở được"),
        (lambda _path: None, "Không tìm thấy"),
    ],
)
def test_what_is_no_document_is_told_in_words(
    make: Callable[[Path], object], told: str, tmp_path: Path
) -> None:
    path = tmp_path / "lạ.docx"
    make(path)
    with pytest.raises(InputError, match=told) as raised:
        read_text(path)
    assert "lạ.docx" in str(raised.value)


def test_a_document_too_large_to_read_is_refused_before_it_is_unpacked(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "LARGEST_UNPACKED", 1000)
    with pytest.raises(InputError, match="giải nén ra quá lớn"):
        read_text(document)
    monkeypatch.setattr(texts, "LARGEST", 1000)
    with pytest.raises(InputError, match="quá lớn"):
        read_text(document)


def test_external_entities_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "riêng.txt"
    secret.write_text("bí mật", encoding="utf-8")
    path = tmp_path / "a.docx"
    made = Document()
    made.add_paragraph("MARK")
    made.save(str(path))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].replace(b"MARK", b"&x;")
    head, rest = body.split(b"?>", 1)
    doctype = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    parts["word/document.xml"] = head + b"?>" + doctype + rest
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with pytest.raises(InputError):  # nothing is left to read
        read_text(path)


def test_words_and_figures_without_a_rate_between_them_cost_no_finding() -> None:
    block = "\n".join([SENTENCE, "a" * 500, "1 " * 200, "Có 5 hồ sơ, gồm 2 hồ sơ, 3 hồ sơ."])
    assert len(check_text("\n".join([block] * 40))) == 40
