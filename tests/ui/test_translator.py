"""Qt's own words are Vietnamese; Alt never waits for a letter that no keyboard sends."""

import json
import re

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from ui.commands import MENUS
from ui.translator import FILE

WORDS: dict[str, str] = json.loads(FILE.read_text(encoding="utf-8"))


def unsendable(text: str) -> list[str]:
    marks = re.findall("&(.)", text.replace("&&", ""))
    return [letter for letter in marks if not letter.isascii() or not letter.isalnum()]


def test_every_mnemonic_of_qts_words_can_be_typed() -> None:
    assert {source: words for source, words in WORDS.items() if unsendable(words)} == {}


def test_every_mnemonic_of_the_menus_can_be_typed_and_is_there_once() -> None:
    for menu in MENUS:
        texts = [command.text for command in menu.commands if command is not None]
        assert [text for text in [menu.title, *texts] if unsendable(text)] == []
        letters = [re.findall("&(.)", text)[0].lower() for text in texts]
        assert len(letters) == len(set(letters)), menu.title
    titles = [re.findall("&(.)", menu.title)[0] for menu in MENUS]
    assert len(titles) == len(set(titles))


def test_placeholders_survive_translation() -> None:
    lost = {
        source
        for source, words in WORDS.items()
        if sorted(re.findall(r"%\d", source)) != sorted(re.findall(r"%\d", words))
    }
    assert lost == set()


@pytest.mark.usefixtures("dressed")
def test_the_buttons_of_a_question_are_vietnamese(qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    kinds = QMessageBox.StandardButton
    box.setStandardButtons(kinds.Yes | kinds.No | kinds.Cancel | kinds.Save | kinds.Close)
    texts = {button.text() for button in box.buttons()}
    assert texts == {"&Có", "&Không", "Bỏ qua", "Lưu", "Đóng"}


@pytest.mark.usefixtures("dressed")
def test_the_menu_of_a_field_is_vietnamese(qtbot: QtBot) -> None:
    field = QLineEdit("x")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert words == ["&Hoàn tác", "&Làm lại", "Cắ&t", "&Sao chép", "&Dán", "Xóa", "Chọn tất cả"]


@pytest.mark.usefixtures("dressed")
def test_the_file_dialog_says_nothing_in_english(qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    shown = [found.text() for found in dialog.findChildren(QLabel) if found.text()]
    assert shown == ["&Thư mục:", "&Tên tệp:", "&Loại tệp:"]


def test_what_is_not_in_the_dictionary_stays_as_it_was(dressed: QApplication) -> None:
    assert QCoreApplication.translate("Any", "Not a word of Qt") == "Not a word of Qt"
