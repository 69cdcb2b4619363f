"""How one dossier is laid out: head, clock, acts, facts on the left, timeline on the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QSizePolicy,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.dossier import NO_OWNER
from ui.barring import bar
from ui.dossiers.act_bar import ActBar
from ui.dossiers.clock_strip import ClockStrip
from ui.dossiers.clock_words import clock_line
from ui.dossiers.dossier_view import DossierView
from ui.dossiers.facts import PAPERS, Group, groups
from ui.dossiers.files_card import FilesCard
from ui.dossiers.matching import short_name
from ui.dossiers.timeline_html import label_of, timeline_html
from ui.theme import scaled, tone
from ui.widgets import button, card, label, repolish, row, scrolled, set_role

_NOTICES = {
    "good": "noticeGood",
    "warning": "noticeWarning",
    "danger": "noticeDanger",
    "info": "notice",
    "muted": "card",
}


class DossierSheet(QWidget):
    explained = Signal()
    checked = Signal()
    """The officer wants to check the papers."""

    def __init__(self, acts: ActBar) -> None:
        super().__init__()
        self.acts = acts
        self.unchecked = ""
        """Why this officer may not check the papers."""
        self.title = label("", "title", wrap=True)
        self.badge = label("", "badge")
        self.badge.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.subtitle = label("", "muted", wrap=True)
        self.head = row(self.title, self.badge, spacing=10)
        self.head.setStretch(0, 1)
        self.clock = QFrame()
        self.clock_words = label("", "strong", wrap=True)
        self.explain = button("Cách tính (&F4)", "calendar", role="link")
        self.explain.clicked.connect(self.explained)
        self.strip = ClockStrip()
        self.files = FilesCard()
        self.timeline = QTextBrowser()
        self.timeline.setAccessibleName("Quá trình xử lý hồ sơ")
        self.timeline.setTabChangesFocus(True)
        self.timeline.setMinimumHeight(scaled(150))
        self.facts = QWidget()
        self._facts = QVBoxLayout(self.facts)
        self._facts.setContentsMargins(0, 0, scaled(4), 0)
        self._facts.setSpacing(scaled(8))
        self._lay_out()

    def _lay_out(self) -> None:
        clock = QVBoxLayout(self.clock)
        clock.setContentsMargins(scaled(12), scaled(6), scaled(12), scaled(6))
        clock.setSpacing(scaled(4))
        words = row(self.clock_words, self.explain)
        words.setStretch(0, 1)
        clock.addLayout(words)
        clock.addWidget(self.strip)
        course = QWidget()
        inside = QVBoxLayout(course)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(scaled(6))
        heading = label("Quá trình xử lý", "heading")
        heading.setBuddy(self.timeline)
        inside.addWidget(heading)
        inside.addWidget(self.timeline, 1)
        inside.addWidget(self.files)
        columns = row(scrolled(self.facts), scrolled(course), spacing=10)
        columns.setStretch(0, 6)
        columns.setStretch(1, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(8))
        layout.addLayout(self.head)
        layout.addWidget(self.subtitle)
        layout.addWidget(self.clock)
        layout.addWidget(self.acts)
        layout.addLayout(columns, 1)

    def show_view(self, view: DossierView, *, numbers: bool = False) -> None:
        """*numbers* of citizens whole, or masked."""
        dossier = view.dossier
        self.title.setText(short_name(dossier.procedure))
        self.badge.setText(dossier.state.label)
        owner = NO_OWNER if dossier.data_removed_at else dossier.owner.name
        parts = (dossier.code or "Chưa có mã", f"Số sổ {dossier.book}", owner)
        self.subtitle.setText("  ·  ".join(part for part in parts if part))
        clock = clock_line(dossier, left=view.left, now=view.now)
        set_role(self.clock, _NOTICES[clock.tone])
        self.badge.setProperty("tone", clock.tone)
        repolish(self.badge)
        self.clock_words.setText(clock.text)
        self.explain.setVisible(view.account is not None)
        self.acts.show_acts(view.acts)
        self._show_facts(groups(dossier, view.papers, view.course, numbers=numbers))
        self.strip.show_spans(view.course, dossier.due_at)
        self.files.show_files(view.files)
        self.timeline.setHtml(
            timeline_html(
                view.events,
                about=label_of(dossier),
                muted=tone("muted").name(),
                numbers=numbers,
            )
        )

    def _show_facts(self, found: tuple[Group, ...]) -> None:
        while (item := self._facts.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for group in found:
            frame, inside = card(spacing=4, margin=12)
            inside.addWidget(label(group.title, "heading"))
            inside.addLayout(_grid(group))
            if group.title == PAPERS:
                check = button("Đối chiếu (Ctrl+&J)", "edit", role="link")
                check.clicked.connect(self.checked)
                bar(check, self.unchecked)
                inside.addWidget(check, alignment=Qt.AlignmentFlag.AlignLeft)
            self._facts.addWidget(frame)
        self._facts.addStretch(1)


def _grid(group: Group) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(scaled(12))
    grid.setVerticalSpacing(scaled(4))
    grid.setColumnMinimumWidth(0, scaled(112))
    grid.setColumnStretch(1, 1)
    for number, (name, value) in enumerate(group.rows):
        told = label(value, wrap=True)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        told.setAccessibleName(f"{name}: {value}")
        grid.addWidget(label(name, "muted"), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(told, number, 1)
    return grid
