"""Printed files are fit for the archive: XMP, output intent, embedded fonts, NFC (PDF/A-2b).

No validator of ISO 19005 is at hand; these are the marks that can be read here.
"""

import re
import unicodedata
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from dxdesk.reports.digital.poster import write_poster
from dxdesk.reports.ii06a import write_ii06a
from dxdesk.reports.late import write_late
from dxdesk.reports.monthly import write_monthly
from dxdesk.reports.register import write_register
from dxdesk.reports.slips.press import write_slips
from dxdesk.reports.summary import write_summary
from tests.reports.literal import APRIL, FIELDS, LiteralSource, dossier, late_line, page_texts
from tests.reports.slips.sheets import slip

DC = "{http://purl.org/dc/elements/1.1/}"
ID = "{http://www.aiim.org/pdfa/ns/id/}"
SOURCE = LiteralSource(
    {APRIL: FIELDS},
    late_lines=tuple(late_line(number) for number in range(15)),
    months=((APRIL, FIELDS["Hộ tịch"]),),
)
BOOK = replace(SOURCE, dossiers=lambda: iter([dossier(1)]), number=1)
FILES: dict[str, Callable[[Path], object]] = {
    "Biểu II.06a tháng 4 năm 2026": lambda path: write_ii06a(SOURCE, APRIL, path),
    "Báo cáo tình hình, kết quả giải quyết thủ tục hành chính tháng 4 năm 2026": (
        lambda path: write_monthly(SOURCE, APRIL, path)
    ),
    "Danh sách hồ sơ quá hạn và nguyên nhân tháng 4 năm 2026": (
        lambda path: write_late(SOURCE, APRIL, path)
    ),
    "Tóm tắt tình hình giải quyết thủ tục hành chính tháng 4 năm 2026": (
        lambda path: write_summary(SOURCE, APRIL, path)
    ),
    "Kết quả thực hiện chuyển đổi số tháng 4 năm 2026": (
        lambda path: write_poster(SOURCE, APRIL, path)
    ),
    "Sổ theo dõi hồ sơ từ ngày 01/04/2026 đến ngày 30/04/2026": (
        lambda path: write_register(BOOK, APRIL, path)
    ),
    "Giấy tiếp nhận": (
        lambda path: write_slips([slip("receipt")], path, title="Giấy tiếp nhận", author="")
    ),
}


@pytest.fixture(scope="module", params=FILES)
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archival") / "x.pdf"
    FILES[request.param](path)
    return path


def test_the_file_describes_itself_and_names_its_part_of_the_norm(
    printed: Path, request: pytest.FixtureRequest
) -> None:
    [packet] = re.findall(rb"<x:xmpmeta.*?</x:xmpmeta>", printed.read_bytes(), flags=re.DOTALL)
    root = etree.fromstring(packet)
    assert [root.findtext(f".//{ID}{name}") for name in ("part", "conformance")] == ["2", "B"]
    title = root.find(f".//{DC}title")
    assert title is not None
    assert str(title.xpath("string()")).strip() == request.node.callspec.params["printed"]


def test_its_colours_are_those_of_the_profile_that_is_shipped(printed: Path) -> None:
    content = printed.read_bytes()
    assert b"/GTS_PDFA1" in content
    assert b"/OutputIntents" in content
    assert any(b"acsp" in part for part in _streams(content))
    assert not any(re.search(rb"[\d.]+ [\d.]+ [\d.]+ [\d.]+ [kK]\b", s) for s in _streams(content))


def _streams(content: bytes) -> list[bytes]:
    streams = re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL)
    return [*streams, *map(_inflated, streams)]


def _inflated(part: bytes) -> bytes:
    try:
        return zlib.decompress(part)
    except zlib.error:
        return b""


def test_nothing_that_the_norm_forbids_stands_in_it(printed: Path) -> None:
    content = printed.read_bytes()
    for word in (b"/Encrypt", b"/JavaScript", b"/SMask", b"/ca 0", b"/Helvetica", b"/EmbeddedFile"):
        assert word not in content, word
    for word in (b"LZWDecode", b"/Launch", b"/AA ", b"/XFA", b"/Movie", b"/Sound"):
        assert word not in content, word
    fonts, files = content.count(b"/Type /FontDescriptor"), content.count(b"/FontFile2")
    assert fonts == files > 0


def test_the_file_begins_and_ends_as_the_norm_wants(printed: Path) -> None:
    content = printed.read_bytes()
    first, second = content.splitlines()[:2]
    assert re.fullmatch(rb"%PDF-1\.[0-7]", first)
    assert second.startswith(b"%")
    assert sum(byte > 127 for byte in second) >= 4
    assert re.search(rb"/ID\s*\[\s*<", content[content.rindex(b"trailer") :])


def test_the_text_can_be_searched_in_nfc(printed: Path) -> None:
    text = " ".join(page_texts(printed))
    assert "ồ sơ" in text
    assert unicodedata.is_normalized("NFC", text)
    assert b"/ToUnicode" in printed.read_bytes()
