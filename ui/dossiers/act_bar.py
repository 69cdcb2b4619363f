"""The acts of one dossier: buttons for those allowed now, and in words why not the others."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dxdesk.domain.act import ACT_RULES, Act, ActRule
from dxdesk.domain.rights import RIGHT_OF_ACT
from ui.barring import bar
from ui.dossiers.act_forms import CORRECT_KEYS, FORMS, TITLES
from ui.dossiers.flow import FlowLayout
from ui.icons import icon
from ui.page import Page
from ui.theme import scaled
from ui.widgets import button, label, set_role

_FIRST = (Act.ACCEPT, Act.RESUME, Act.FINISH, Act.RETURN, Act.RESTORE)
"""The next step of most dossiers, in this order of precedence."""


class ActBar(QWidget):
    asked = Signal(object)
    """An allowed `Act` was chosen."""
    refused = Signal(str)
    """The shortcut of an act that is not allowed now was pressed: why not."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._barred = {act: page.desk.why_not(right) for act, right in RIGHT_OF_ACT.items()}
        self._reasons: dict[Act, str | None] = {}
        self.buttons: dict[Act, QPushButton] = {}
        self._flow = FlowLayout(spacing=scaled(6))
        for rule in ACT_RULES:
            self._add(rule, page)
        self.more = button("", "down", role="link")
        self.more.clicked.connect(self._toggle)
        self.why = label("", "muted", wrap=True)
        self.why.hide()
        self._flow.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(6))
        layout.addLayout(self._flow)
        layout.addWidget(self.why)

    def _add(self, rule: ActRule, page: Page) -> None:
        keys = _keys_of(rule.act)
        made = button(
            TITLES[rule.act], _icon_of(rule.act), role="danger" if rule.act is Act.VOID else ""
        )
        made.setToolTip(_shown(rule.act))
        made.clicked.connect(lambda: self.choose(rule.act))
        bar(made, self._barred[rule.act])
        self.buttons[rule.act] = made
        self._flow.addWidget(made)
        action = QAction(rule.title, page)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: self.choose(rule.act))
        page.addAction(action)

    def choose(self, act: Act) -> None:
        if act not in self._reasons:
            return
        reason = self._reasons[act]
        if reason is None:
            self.asked.emit(act)
        else:
            self.refused.emit(reason)

    def show_acts(self, acts: Sequence[tuple[ActRule, str | None]]) -> None:
        fitting = {rule.act for rule, reason in acts if reason is None}
        acts = [(rule, reason or self._barred[rule.act] or None) for rule, reason in acts]
        self._reasons = {rule.act: reason for rule, reason in acts}
        first = next((act for act in _FIRST if self._reasons.get(act, "") is None), None)
        for act, made in self.buttons.items():
            made.setVisible(act in fitting)
            if act is not Act.VOID:
                set_role(made, "primary" if act is first else "")
                made.setIcon(icon(_icon_of(act), tone="on_accent" if act is first else ""))
        others = [
            f"• {rule.title} ({_shown(rule.act)}): {reason}"
            for rule, reason in acts
            if reason is not None
        ]
        mine = [f"{rule.title} ({_shown(rule.act)})" for rule, reason in acts if reason is None]
        now = [f"Làm được ngay: {', '.join(mine)}."] if mine else []
        self.more.setText(f"Phím và việc chưa làm được ({len(others)})")
        self.why.setText("\n".join(now + others))

    def _toggle(self) -> None:
        self.why.setVisible(not self.why.isVisible())


def _keys_of(act: Act) -> str:
    form = FORMS.get(act)
    return CORRECT_KEYS if form is None else form.keys


def _shown(act: Act) -> str:
    """The keys of *act* as they stand on the keyboard."""
    return QKeySequence(_keys_of(act)).toString(QKeySequence.SequenceFormat.NativeText)


def _icon_of(act: Act) -> str:
    form = FORMS.get(act)
    return "edit" if form is None else form.icon
