"""Registers typed in the fonts before Unicode are read, and it is told."""

import tomllib
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.syllables import is_syllable, words_of
from dxdesk.exchange.legacy import Encoding, as_1252, encoding_of, encodings, spoiled, strange
from dxdesk.exchange.reader import read_register
from dxdesk.paths import RESOURCES
from tests.exchange.files import HEADINGS, Value, dossier, read_rows, write_csv, write_xlsx

DATA = tomllib.loads((RESOURCES / "imports" / "encodings.toml").read_text(encoding="utf-8"))
UTF_8, CP1258, TCVN3, VNI = encodings()
NAMES = ("Nguyễn Văn Thường", "Trần Thị Đào", "Hoàng Ngọc Ánh", "Lý Kỳ Duyên", "Đỗ Quỳnh Mỹ")


def in_tcvn3(text: str) -> str:
    return text.translate(str.maketrans(DATA["tcvn3"]["to"], DATA["tcvn3"]["from"]))


def in_vni(text: str) -> str:
    alone = str.maketrans(DATA["vni"]["alone_to"], DATA["vni"]["alone_from"])
    marks = {mark: key for key, mark in DATA["vni"]["marks"].items()}
    made = []
    for letter in text:
        if letter in DATA["vni"]["alone_to"]:
            made.append(letter.translate(alone))
            continue
        bare, mark = letter, ""
        for form, key in marks.items():
            for bearer in DATA["vni"]["bearers"]:
                base = dict(zip(DATA["vni"]["alone_from"], DATA["vni"]["alone_to"], strict=True))
                if unicodedata.normalize("NFC", base.get(bearer, bearer) + form) == letter:
                    bare, mark = bearer, key
        made.append(bare + (mark.upper() if bare.isupper() else mark))
    return "".join(made)


def in_1258(text: str) -> str:
    found = b""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        found += (base + tones).encode("cp1258")
    return as_1252(found)


def in_misread_utf_8(text: str) -> str:
    return as_1252(text.encode())


Spoil = Callable[[str], str]
WAYS = [(in_tcvn3, TCVN3), (in_vni, VNI), (in_1258, CP1258), (in_misread_utf_8, UTF_8)]


@pytest.mark.parametrize(("spoil", "encoding"), WAYS, ids=[one.name for _, one in WAYS])
def test_each_encoding_is_told_by_its_words_and_turned_back(
    spoil: Spoil, encoding: Encoding
) -> None:
    spoiled_names = [spoil(name) for name in NAMES]
    assert encoding_of(spoiled_names) is encoding
    assert [encoding.convert(name) for name in spoiled_names] == list(NAMES)


@pytest.mark.parametrize("spoil", [way for way, _ in WAYS], ids=[one.name for _, one in WAYS])
def test_a_register_in_an_old_encoding_is_read_in_unicode_and_told(
    tmp_path: Path, spoil: Spoil
) -> None:
    rows = [dossier(at, owner=spoil(name)) for at, name in enumerate(NAMES, start=1)]
    for row in rows:
        row[2] = spoil("Thủ tục đăng ký khai sinh")
    register = read_rows(tmp_path, [spoil(heading) for heading in HEADINGS], *rows)
    assert [row.owner_name for row in register.rows] == list(NAMES)
    assert {row.procedure_name for row in register.rows} == {"Thủ tục đăng ký khai sinh"}
    assert any("mã cũ" in warning and "Unicode" in warning for warning in register.warnings)


def test_only_the_old_cells_of_a_mixed_register_are_turned(tmp_path: Path) -> None:
    rows: list[list[Value]] = [dossier(at, owner=in_tcvn3(name)) for at, name in enumerate(NAMES)]
    register = read_rows(tmp_path, HEADINGS, dossier(8, owner="Đặng Thị Hoàn"), *rows)
    assert [row.owner_name for row in register.rows] == ["Đặng Thị Hoàn", *NAMES]
    assert {row.procedure_name for row in register.rows} == {"Thủ tục đăng ký khai sinh"}


def test_bytes_of_old_fonts_in_a_text_file_are_read(tmp_path: Path) -> None:
    rows = [HEADINGS, *(dossier(at, owner=name) for at, name in enumerate(NAMES))]
    old = [[in_tcvn3(str(cell)) for cell in row] for row in rows]
    path = write_csv(tmp_path / "so.csv", *old, encoding="latin-1")
    assert [row.owner_name for row in read_register(path).rows] == list(NAMES)


def test_one_strange_name_among_good_ones_is_told_and_stays(tmp_path: Path) -> None:
    rows = [dossier(1, owner="Lª Thử"), *(dossier(at) for at in range(2, 5))]
    register = read_register(write_xlsx(tmp_path / "so.xlsx", [list(HEADINGS), *rows]))
    assert register.rows[0].owner_name == "Lª Thử"
    assert any("dấu lạ" in warning for warning in register.warnings)
    assert register.doubts["Trang 1", 2] == ("chữ có dấu lạ",)


def test_capitals_of_a_font_of_capitals_are_capitals() -> None:
    assert TCVN3.convert("CéNG HßA X· HéI CHñ NGHÜA") == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"
    assert TCVN3.convert("Lª ThÞ Hµ") == "Lê Thị Hà"


def test_the_words_of_the_law_are_syllables_and_need_no_turning() -> None:
    text = (RESOURCES / "catalogue" / "procedures.csv").read_text(encoding="utf-8")
    names = [line.split(",")[1] for line in text.splitlines()]
    assert encoding_of(names) is None
    assert spoiled(" ".join(names)) == 0
    assert not any(map(strange, names))
    assert {word for name in NAMES for word in words_of(name) if not is_syllable(word)} == set()


@given(st.text(max_size=40))
def test_any_text_can_be_looked_at(text: str) -> None:
    encoding_of([text])
    for encoding in encodings():
        encoding.convert(text)
