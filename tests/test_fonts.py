"""The shipped fonts draw every Vietnamese letter, on paper (reportlab) and on screen (Qt)."""

import unicodedata
from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont
from pytestqt.qtbot import QtBot
from reportlab.pdfbase.ttfonts import TTFontFile

FONTS = Path(__file__).parent.parent / "resources" / "fonts"
FILES = (
    "BeVietnamPro-Bold.ttf",
    "BeVietnamPro-Medium.ttf",
    "BeVietnamPro-Regular.ttf",
    "BeVietnamPro-SemiBold.ttf",
    "Tinos-Bold.ttf",
    "Tinos-BoldItalic.ttf",
    "Tinos-Italic.ttf",
    "Tinos-Regular.ttf",
)
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
LETTERS = "đĐ" + "".join(
    unicodedata.normalize("NFC", case(vowel) + tone)
    for vowel in "aăâeêioôơuưy"
    for tone in TONES
    for case in (str.lower, str.upper)
)


def test_the_letters_to_check_are_the_146_of_vietnamese() -> None:
    assert len(set(LETTERS)) == len(LETTERS) == 146


def test_the_fonts_shipped_are_exactly_the_eight_that_are_checked() -> None:
    assert tuple(sorted(path.name for path in FONTS.glob("*.ttf"))) == FILES


@pytest.mark.parametrize("name", FILES)
def test_every_vietnamese_letter_can_be_printed(name: str) -> None:
    glyphs = TTFontFile(str(FONTS / name)).charToGlyph
    assert [letter for letter in LETTERS if not glyphs.get(ord(letter))] == []


@pytest.mark.parametrize("name", FILES)
def test_every_vietnamese_letter_can_be_shown(name: str, qtbot: QtBot) -> None:
    font = QRawFont(str(FONTS / name), 12.0)
    assert font.isValid()
    assert [letter for letter in LETTERS if not font.supportsCharacter(ord(letter))] == []


@pytest.mark.parametrize("name", FILES)
def test_no_two_fonts_share_the_name_by_which_a_pdf_knows_them(name: str) -> None:
    assert TTFontFile(str(FONTS / name)).name.decode("ascii") == name.removesuffix(".ttf")


@pytest.mark.parametrize("family", ["Tinos", "BeVietnamPro"])
def test_each_family_comes_with_its_licence(family: str) -> None:
    text = (FONTS / f"OFL-{family}.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
