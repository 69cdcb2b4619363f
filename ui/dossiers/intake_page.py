"""Intake by keyboard alone: the due time shows while typing, doubts are told and block nothing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dxdesk.domain.dossier import Dossier
from dxdesk.domain.rights import Right
from dxdesk.services import dossiers
from ui.barring import bar
from ui.dialogs import confirm
from ui.dossiers.asked_procedure import AskedProcedure
from ui.dossiers.carry import carry
from ui.dossiers.choices import read_choices
from ui.dossiers.copy_dialog import Copied, ask_copy
from ui.dossiers.enter_moves import EnterMoves
from ui.dossiers.follow_focus import FollowFocus
from ui.dossiers.half_typed import RESTORED, HalfTyped
from ui.dossiers.intake_advice import IntakeAdvice
from ui.dossiers.intake_form import IntakeForm
from ui.dossiers.intake_saver import IntakeSaver
from ui.dossiers.notice import Notice
from ui.dossiers.person_filler import PersonFiller
from ui.dossiers.receipt_words import received_words
from ui.page import Page
from ui.tasks import Tasks
from ui.widgets import button, column, row, scrolled

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_KEYS = "Enter: ô kế tiếp  ·  Ctrl+Enter: lưu, nhập tiếp  ·  Ctrl+S: lưu, mở  ·  Ctrl+P: in"


class IntakePage(Page):
    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(desk, tasks)
        self.form = IntakeForm()
        self.advice = IntakeAdvice(desk, tasks, self.form)
        self.saver = IntakeSaver(desk, tasks, self.form, self)
        self.half_typed = HalfTyped(desk, tasks, self.form)
        self.asked = AskedProcedure(self.form, self.half_typed)
        self.filler = PersonFiller(desk, tasks, self.form, self)
        self.saved = Notice("noticeGood")
        self.problem = Notice("noticeDanger")
        self._last: tuple[Dossier, ...] = ()
        self._then_open = self._asks = False
        self._build()
        self._add_actions()
        self.saved.pressed.connect(self._open_saved)
        self.saver.saved.connect(self._received)
        self.saver.refused.connect(self._refuse)
        self.advice.supplement_wanted.connect(lambda: self.save(supplement=True))
        self.half_typed.restored.connect(lambda: self.saved.say(RESTORED))
        self.filler.told.connect(self.saved.say)
        self.asked.told.connect(self.saved.say)
        self.form.request.refused.connect(self.problem.say)

    def _build(self) -> None:
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.form)
        inside.addStretch(1)
        area = scrolled(content)
        FollowFocus(area)
        layout = column(self, spacing=8)
        layout.addLayout(self.advice.head("Tiếp nhận hồ sơ", _KEYS))
        for part in (self.saved, area, self.problem, self.advice):
            layout.addWidget(part)
        layout.setStretchFactor(area, 1)
        layout.addLayout(self._foot())
        EnterMoves(content)

    def _foot(self) -> QHBoxLayout:
        self.wipe = button("Xóa t&rắng", pressed=self._wipe)
        self.open = button("Lưu và &mở hồ sơ", pressed=lambda: self.save(then_open=True))
        self.open.setToolTip("Ctrl+S")
        self.next = button("&Lưu và nhập tiếp", "save", role="primary", pressed=self.save)
        self.next.setToolTip("Ctrl+Enter")
        for one in (self.next, self.open):
            self.saver.busy.connect(one.setDisabled)
            bar(one, self.desk.why_not(Right.RECEIVE))
        return row(None, self.wipe, self.open, self.next)

    def _add_actions(self) -> None:
        for text, keys, slot in (
            ("Lưu và nhập tiếp", ("Ctrl+Return", "Ctrl+Enter"), self.next.click),
            ("Lưu và mở hồ sơ", ("Ctrl+S",), self.open.click),
            ("In giấy tiếp nhận hồ sơ vừa lưu", ("Ctrl+P",), self._print),
            ("Lưu và yêu cầu bổ sung", ("Ctrl+B",), lambda: self.save(supplement=True)),
            ("Chép từ hồ sơ cũ", ("Ctrl+D",), self.copy_earlier),
            ("Cách tính ngày hẹn trả", ("F4",), self.advice.explain_due),
            ("Chép người này sang người kia", ("F6",), self.form.people.copy_person),
            ("Cán bộ nhập giúp", ("F7",), self.form.request.toggle_assisted),
            ("Đủ giấy tờ", ("F8",), self.form.people.complete_papers),
            ("Nhiều hồ sơ giống nhau", ("F9",), self.form.details.ask_count),
        ):
            action = QAction(text, self)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            self.addAction(action)

    def refresh(self) -> None:
        self.tasks.run(lambda _job: read_choices(self.desk), self.half_typed.take_choices)
        self.advice.look()

    def start(self) -> None:
        self.form.request.procedure.editor.setFocus()

    def save(self, *, then_open: bool = False, supplement: bool = False) -> None:
        self._then_open, self._asks = then_open or supplement, supplement
        self.saver.save(supplement=supplement)

    def _refuse(self, sentence: str) -> None:
        self.saved.say("")
        told = self.form.show_problem(sentence)
        self.problem.say("" if told else sentence)

    def _received(self, found: tuple[Dossier, ...]) -> None:
        self._last = found
        words = received_words(*found)
        self.form.clear()
        self.half_typed.keep()
        self.problem.say("")
        self.advice.look()
        self.saved.say(words, action="Mở hồ sơ vừa lưu")
        self.changed.emit()
        self.said.emit(words)
        if self._then_open:
            self._open_saved()
        else:
            self.start()
        if self._asks:
            ids = [one.id for one in found]
            self.slip_offered.emit(f"{words} In phiếu yêu cầu bổ sung: Ctrl+P.", ids, "supplement")

    def _open_saved(self) -> None:
        if self._last:
            self.opened.emit(self._last[0].id)

    def _wipe(self) -> None:
        question = "Xóa mọi thông tin đang nhập dở trên trang này?"
        if confirm(self, "Xóa trắng", question, action="Xóa trắng"):
            self.form.clear()
            self.half_typed.keep()
            self.saved.say("")
            self.problem.say("")
            self.start()

    def copy_earlier(self) -> None:
        """Ask which dossier to copy, the one saved last being suggested."""
        suggested = self._last[0].book if self._last else ""
        found = ask_copy(self, lambda text: dossiers.by_code(self.desk, text), suggested=suggested)
        if found is not None:
            self.take_copy(found)

    def take_copy(self, copied: Copied) -> None:
        carry(self.form, copied)
        self.form.people.owner.name.editor.setFocus()

    def _print(self) -> None:
        self.papers.emit([one.id for one in self._last], "receipt")

    def close_down(self) -> None:
        self.half_typed.keep_now()
