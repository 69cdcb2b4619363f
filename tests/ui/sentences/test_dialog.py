"""The ward words its report: the print follows, wrong names are told, the words stay for later."""

import unicodedata
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.period import month
from dxdesk.services import history
from dxdesk.services.report_sentences import own_sentences
from tests.reports.literal import page_texts
from tests.ui.typing import type_text
from ui import dialogs
from ui.sentences.dialog import SentenceDialog
from ui.tasks import Tasks

KEY = "resolved.rate"


@pytest.fixture
def window(
    ward: Desk, tasks: Tasks, show: Callable[[QWidget], None], qtbot: QtBot
) -> Iterator[SentenceDialog]:
    made = SentenceDialog(None, ward, tasks, month(2026, 5))
    show(made)
    qtbot.waitUntil(lambda: made.settled() and bool(made.sentences.rows), timeout=20_000)
    yield made
    made.sentences.keep()
    made.close()
    tasks.close()


def choose(window: SentenceDialog, key: str) -> None:
    keys = [one.sentence.key for one in window.sentences.rows]
    window.sentences.table.selectRow(keys.index(key))


def write(window: SentenceDialog, text: str) -> None:
    window.editor.lines.setFocus()
    window.editor.lines.selectAll()
    type_text(text)


def printed(window: SentenceDialog, qtbot: QtBot) -> str:
    qtbot.waitUntil(window.settled, timeout=20_000)
    file = window.printed.panel.view.file
    assert file is not None
    return " ".join(page_texts(file.path))


def test_the_print_follows_the_words_and_the_words_are_kept_for_later_periods(
    window: SentenceDialog, ward: Desk, qtbot: QtBot
) -> None:
    assert "Tỷ lệ giải quyết đúng và trước hạn đạt" in printed(window, qtbot)
    assert not window.save.isEnabled()
    choose(window, KEY)
    assert window.editor.when.text() == "In khi có hồ sơ đã giải quyết."
    write(window, unicodedata.normalize("NFD", "Phường đạt tỷ lệ cao: "))
    at = [n for n in range(window.editor.values.count())
          if window.editor.values.itemData(n) == "tỷ lệ đúng và trước hạn"]  # fmt: skip
    window.editor.values.setCurrentIndex(at[0])
    window.editor.insert.click()
    text = printed(window, qtbot)
    assert "Phường đạt tỷ lệ cao: " in text
    assert "Tỷ lệ giải quyết đúng và trước hạn đạt" not in text
    assert [one.mark for one in window.sentences.rows if one.mark] == ["đã sửa"]
    window.save.click()
    qtbot.waitUntil(window.settled)
    assert own_sentences(ward) == {KEY: "Phường đạt tỷ lệ cao: {tỷ lệ đúng và trước hạn}"}
    assert history.undo(ward) == "Sửa lời văn báo cáo"
    assert own_sentences(ward) == {}


def test_a_name_that_is_none_is_told_and_stops_the_saving_not_the_typing(
    window: SentenceDialog, qtbot: QtBot
) -> None:
    before = printed(window, qtbot)
    choose(window, KEY)
    write(window, "Đạt {ty le dung han} năm 2030.")
    assert printed(window, qtbot) == before
    assert "không có giá trị nào tên “ty le dung han”" in window.editor.problem.words.text()
    assert not window.save.isEnabled()
    write(window, "Đạt {tỷ lệ đúng và trước hạn} so với 2030.")
    assert window.editor.problem.isHidden()
    assert "Số ghi bằng tay (2030.)" in window.editor.advice.words.text()
    assert "so với 2030." in printed(window, qtbot)
    window.editor.back.click()
    assert not window.sentences.changed()
    assert printed(window, qtbot) == before


def test_an_emptied_sentence_leaves_the_print_and_everything_goes_back_to_the_original(
    window: SentenceDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = printed(window, qtbot)
    choose(window, KEY)
    write(window, " ")
    assert "Tỷ lệ giải quyết đúng và trước hạn đạt" not in printed(window, qtbot)
    assert [one.mark for one in window.sentences.rows if one.mark] == ["đã bỏ"]
    asked: list[str] = []

    def refuse(_parent: object, _title: str, question: str, **_how: object) -> bool:
        asked.append(question)
        return False

    monkeypatch.setattr(dialogs, "confirm", refuse)
    window.reject()
    assert window.isVisible()
    assert asked == ["Có câu vừa sửa mà chưa lưu. Đóng và bỏ các chỗ vừa sửa?"]
    monkeypatch.setattr(dialogs, "confirm", lambda *_a, **_k: True)
    window.all_back.click()
    assert printed(window, qtbot) == before
    assert not window.all_back.isEnabled()


def test_the_print_is_open_at_the_sentence_in_the_hand(
    window: SentenceDialog, qtbot: QtBot
) -> None:
    choose(window, "closing")
    printed(window, qtbot)
    (found,) = window.printed.panel.view._marks.found
    assert found.boxes
    choose(window, "late.none" if any_late(window) else "late.some")
    assert window.editor.when.text().endswith("Kỳ đang xem không có câu này.")
    printed(window, qtbot)
    assert window.printed.panel.view._marks.found == ()


def any_late(window: SentenceDialog) -> bool:
    return next(one.said for one in window.sentences.rows if one.sentence.key == "late.some")
