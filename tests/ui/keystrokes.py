"""The most frequent acts by keyboard alone, on the real window, every stroke counted.

tests/ui/test_keystrokes.py compares docs/keystrokes.md with what is counted; to write it anew:

    DXDESK_WRITE=1 python -m pytest tests/ui/test_keystrokes.py
"""

import math
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, Qt, QThread, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from dxdesk.desk import Desk
from dxdesk.domain.dossier import Dossier, DossierId, Person, ProcedureId
from dxdesk.domain.query import Query
from dxdesk.domain.state import State
from dxdesk.services import dossiers, listing
from dxdesk.services.ledgers import entries
from tests.kit import receive
from tests.ui.typing import compose, focused, press, type_text
from ui.ledgers.digital_page import DigitalPage
from ui.main_window import MainWindow
from ui.tasks import Tasks

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
KEYS_PER_SECOND = 3
"""A clerk who looks at the papers, not a typist (who reaches five and more)."""
CALM_ROUNDS = 25
"""Longer than any pause after which the window looks at what was typed."""
FILE = Path(__file__).parents[2] / "docs" / "keystrokes.md"
ANH = Person("Nguyễn Thị Ngọc Ánh", "079199000018", "0901234567", "12 Lê Lợi")


def telex(text: str) -> int:
    """How many keys the Telex input method takes for *text*."""
    return sum(len(unicodedata.normalize("NFD", ch)) + (ch in "đĐ") for ch in text)


class Hand:
    """Types on the window that has the keyboard, and counts. A chord is one stroke."""

    def __init__(self, window: MainWindow, desk: Desk, tasks: Tasks) -> None:
        self.window, self.desk, self._tasks = window, desk, tasks
        self.strokes = 0

    def key(self, *keys: Qt.Key) -> None:
        for one in keys:
            self.strokes += 1
            press(one)

    def ctrl(self, key: Qt.Key) -> None:
        """A chord, and all that follows from it."""
        self.strokes += 1
        press(key, CTRL)
        self.settle()

    def text(self, text: str) -> None:
        self.strokes += telex(text)
        if text.isascii():
            QTest.keyClicks(focused(), text)
        else:  # each word grows under composition and is then committed
            for word in text.split(" "):
                compose(*(word[:end] for end in range(1, len(word) + 1)))
                type_text(word if text.endswith(word) else f"{word} ")

    def enter(self, text: str = "") -> None:
        self.text(text)
        self.key(ENTER)

    def asked(self, key: Qt.Key, *answer: Qt.Key) -> None:
        """A chord that opens a form, and the keys that answer it."""
        self.when_asked(lambda: self.key(*answer))
        self.ctrl(key)

    def when_asked(self, answer: Callable[[], object]) -> None:
        timer = QTimer(self.window)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog) and dialog.isActiveWindow():
                timer.stop()
                answer()
                if dialog.isVisible():
                    dialog.reject()

        timer.timeout.connect(look)
        timer.start(5)

    def settle(self) -> None:
        """Wait until nothing is read and nothing more follows from what was typed."""
        deadline, calm = QDeadlineTimer(20_000), 0
        while calm < CALM_ROUNDS and not deadline.hasExpired():
            QApplication.processEvents()
            QThread.msleep(10)
            if QApplication.focusWidget() is None:  # no window manager gives the keyboard back
                self.window.activateWindow()
            busy = QApplication.focusWidget() is None or not self._tasks.idle()
            calm = 0 if busy else calm + 1

    def newest(self) -> Dossier:
        found = listing.first_page(self.desk, Query(), limit=1).lines[0]
        return dossiers.get(self.desk, DossierId(found.id))


@dataclass(frozen=True, slots=True)
class Errand:
    title: str
    keys: str
    """As told to officers."""
    do: Callable[[Hand], None]
    done: Callable[[Hand], bool]


def begin(hand: Hand, procedure: str) -> None:
    hand.ctrl(Qt.Key.Key_N)
    hand.enter(procedure)
    hand.key(Qt.Key.Key_1, ENTER)


def known(hand: Hand) -> None:
    begin(hand, "dkks")
    hand.enter(ANH.id_no)
    hand.settle()
    hand.ctrl(ENTER)


def new(hand: Hand) -> None:
    begin(hand, "xntthn")
    for text in ("Trần Văn Đức", "079203001234", "0912345678", "5 Trần Phú"):
        hand.enter(text)
    hand.key(Qt.Key.Key_F8)
    hand.ctrl(ENTER)


def alike(hand: Hand) -> None:
    hand.ctrl(Qt.Key.Key_N)
    hand.asked(Qt.Key.Key_D, ENTER)
    hand.enter("Lê Thị Hoa")
    hand.ctrl(ENTER)


def twenty(hand: Hand) -> None:
    begin(hand, "ctbs")
    hand.enter("Phạm Quốc Bảo")
    hand.key(Qt.Key.Key_F9)
    hand.text("20")
    hand.ctrl(ENTER)


def incomplete(hand: Hand) -> None:
    begin(hand, "dkks")
    hand.enter("Võ Thị Mận")
    hand.key(Qt.Key.Key_F8, Qt.Key.Key_Down, Qt.Key.Key_0)
    hand.ctrl(Qt.Key.Key_B)


def found(hand: Hand) -> None:
    hand.ctrl(Qt.Key.Key_F)
    hand.text("vo thi man")
    hand.settle()
    hand.key(ENTER, ENTER)
    hand.settle()


def activity(hand: Hand) -> None:
    """On the ledger “Hoạt động”: the form opens, takes one line and opens again for the next."""
    hand.window.go("digital")
    page = hand.window.stack.page("digital")
    assert isinstance(page, DigitalPage)
    page.show_ledger("activities")
    hand.settle()
    page.start()
    hand.strokes = 0

    def line() -> None:
        hand.text("5")
        hand.key(Qt.Key.Key_Tab)
        hand.text("12")
        hand.when_asked(lambda: hand.key(Qt.Key.Key_Escape))
        hand.key(ENTER)

    hand.when_asked(line)
    hand.key(Qt.Key.Key_Insert)
    hand.settle()


def noted(hand: Hand) -> bool:
    newest = max(entries.listing(hand.desk, "activities").entries, key=lambda one: one.id)
    return (newest.texts["team"], newest.values["guided"]) == ("Tổ dân phố 05", 12)


def state_is(state: State) -> Callable[[Hand], bool]:
    return lambda hand: hand.newest().state is state


def owner_is(name: str) -> Callable[[Hand], bool]:
    return lambda hand: hand.newest().owner.name == name


ERRANDS = (
    Errand(
        "Tiếp nhận hồ sơ của người đã có trong sổ",
        "Ctrl+N, `dkks` Enter, `1` Enter, số định danh Enter, Ctrl+Enter",
        known,
        lambda hand: hand.newest().owner == ANH,
    ),
    Errand(
        "Tiếp nhận hồ sơ của người mới, đủ giấy tờ",
        "Ctrl+N, `xntthn` Enter, `1` Enter, họ tên, số giấy tờ, điện thoại, địa chỉ, F8, "
        "Ctrl+Enter",
        new,
        owner_is("Trần Văn Đức"),
    ),
    Errand(
        "Tiếp nhận hồ sơ giống hồ sơ vừa nhập, của người khác",
        "Ctrl+N, Ctrl+D, Enter, họ tên Enter, Ctrl+Enter",
        alike,
        owner_is("Lê Thị Hoa"),
    ),
    Errand(
        "Tiếp nhận 20 hồ sơ giống nhau",
        "Ctrl+N, `ctbs` Enter, `1` Enter, họ tên Enter, F9, `20`, Ctrl+Enter",
        twenty,
        owner_is("Phạm Quốc Bảo"),
    ),
    Errand(
        "Tiếp nhận hồ sơ thiếu một giấy tờ và yêu cầu bổ sung",
        "Ctrl+N, `dkks` Enter, `1` Enter, họ tên Enter, F8, ↓, `0`, Ctrl+B",
        incomplete,
        state_is(State.AWAITING_SUPPLEMENT),
    ),
    Errand(
        "Tìm hồ sơ theo tên và mở",
        "Ctrl+F, `vo thi man`, Enter, Enter",
        found,
        lambda hand: hand.window.stack.key == "dossier",
    ),
    Errand(
        "Tiếp tục xử lý khi công dân đã bổ sung",
        "Ctrl+L, Enter",
        lambda hand: hand.asked(Qt.Key.Key_L, ENTER),
        state_is(State.ACCEPTED),
    ),
    Errand(
        "Chuyển xử lý cho cán bộ kế tiếp trong danh sách",
        "Ctrl+H, ↓, Enter",
        lambda hand: hand.asked(Qt.Key.Key_H, Qt.Key.Key_Down, ENTER),
        state_is(State.PROCESSING),
    ),
    Errand(
        "Ghi có kết quả",
        "Ctrl+G, Enter",
        lambda hand: hand.asked(Qt.Key.Key_G, ENTER),
        state_is(State.FINISHED),
    ),
    Errand(
        "Trả kết quả cho chủ hồ sơ",
        "Ctrl+R, Enter",
        lambda hand: hand.asked(Qt.Key.Key_R, ENTER),
        state_is(State.RETURNED),
    ),
    Errand(
        "Ghi một buổi của tổ công nghệ số (đang ở sổ Hoạt động)",
        "Ins, `5` Tab, `12` Enter, Esc khi hết",
        activity,
        noted,
    ),
)
HEAD = """# Số lần bấm phím của mười một việc thường làm

Do chương trình tự đếm khi làm đúng các việc này trên cửa sổ thật, chỉ bằng bàn phím
(`tests/ui/keystrokes.py`); một bài kiểm tra so bảng này với lần đếm mới. Chữ có dấu đếm theo kiểu
gõ Telex; một tổ hợp như Ctrl+Enter là một lần bấm. Số giây tính theo 3 lần bấm mỗi giây, là tay của
người vừa gõ vừa xem giấy tờ.

| việc | phím | lần bấm | giây |
|---|---|---|---|
"""


def count(hand: Hand) -> str:
    """Do everything and return the page; AssertionError names an act that did not work."""
    receive(hand.desk, procedure_id=ProcedureId(2), owner=ANH)
    rows = []
    for errand in ERRANDS:
        hand.strokes = 0
        errand.do(hand)
        assert errand.done(hand), errand.title
        seconds = math.ceil(hand.strokes / KEYS_PER_SECOND)
        rows.append(f"| {errand.title} | {errand.keys} | {hand.strokes} | {seconds} |\n")
    return HEAD + "".join(rows)
