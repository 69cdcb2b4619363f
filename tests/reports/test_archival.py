"""Printed files are fit for the archive: XMP, output intent, embedded fonts, NFC (PDF/A-2b)."""

import re
import unicodedata
import zlib
from pathlib import Path

from lxml import etree

from dxdesk.reports.ii06a import write_ii06a
from tests.reports.literal import APRIL, LiteralSource, page_texts

DC = "{http://purl.org/dc/elements/1.1/}"
ID = "{http://www.aiim.org/pdfa/ns/id/}"


def printed(tmp_path: Path) -> bytes:
    write_ii06a(LiteralSource(), APRIL, tmp_path / "b.pdf")
    return (tmp_path / "b.pdf").read_bytes()


def test_the_file_describes_itself_and_names_its_part_of_the_norm(tmp_path: Path) -> None:
    content = printed(tmp_path)
    [packet] = re.findall(rb"<x:xmpmeta.*?</x:xmpmeta>", content, flags=re.DOTALL)
    root = etree.fromstring(packet)
    assert [root.findtext(f".//{ID}{name}") for name in ("part", "conformance")] == ["2", "B"]
    title = root.find(f".//{DC}title")
    assert title is not None
    assert str(title.xpath("string()")).strip() == "Biểu II.06a tháng 4 năm 2026"


def test_its_colours_are_those_of_the_profile_that_is_shipped(tmp_path: Path) -> None:
    content = printed(tmp_path)
    assert b"/GTS_PDFA1" in content
    assert b"/OutputIntents" in content
    streams = re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL)
    assert any(b"acsp" in part or b"acsp" in _inflated(part) for part in streams)


def _inflated(part: bytes) -> bytes:
    try:
        return zlib.decompress(part)
    except zlib.error:
        return b""


def test_nothing_that_the_norm_forbids_stands_in_it(tmp_path: Path) -> None:
    content = printed(tmp_path)
    for word in (b"/Encrypt", b"/JavaScript", b"/SMask", b"/ca 0", b"/Helvetica", b"/EmbeddedFile"):
        assert word not in content, word
    fonts, files = content.count(b"/Type /FontDescriptor"), content.count(b"/FontFile2")
    assert fonts == files > 0


def test_the_text_can_be_searched_in_nfc(tmp_path: Path) -> None:
    printed(tmp_path)
    text = " ".join(page_texts(tmp_path / "b.pdf"))
    assert "Tổng cộng" in text
    assert unicodedata.is_normalized("NFC", text)
