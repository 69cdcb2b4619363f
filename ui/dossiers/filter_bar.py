"""The filter row of the list and, below it, what is in force as chips that can be removed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from dxdesk.domain.query import Query
from ui.dossiers.chips import chips
from ui.dossiers.filters import (
    FILTERS,
    ORDER,
    Choices,
    Filter,
    Option,
    period_options,
    unfiltered,
    with_period,
)
from ui.dossiers.flow import FlowLayout
from ui.dossiers.period_dialog import ask_period
from ui.dossiers.procedure_picker import ask_procedure
from ui.icons import icon
from ui.theme import scaled


class FilterBar(QWidget):
    """Holds nothing but the query that it shows; a change is a new query."""

    changed = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._query = Query()
        self.choices = Choices()
        self.order = self._menu_button(ORDER)
        """Stands beside the search box, where the page puts it."""
        self._buttons = FlowLayout(spacing=scaled(6))
        for one in FILTERS:
            self._buttons.addWidget(self._menu_button(one))
        self._buttons.addWidget(self._procedure_button())
        self._chips_place = QWidget()
        self._chips = FlowLayout(self._chips_place, spacing=scaled(6))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(8))
        layout.addLayout(self._buttons)
        layout.addWidget(self._chips_place)
        self._chips_place.hide()

    def _menu_button(self, one: Filter) -> QToolButton:
        button = _button(one.title, one.hint)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill(menu, one))
        button.setMenu(menu)
        return button

    def _procedure_button(self) -> QToolButton:
        button = _button("Thủ tục", "Chỉ hiện hồ sơ của một thủ tục")
        button.clicked.connect(self._choose_procedure)
        return button

    def _fill(self, menu: QMenu, one: Filter) -> None:
        menu.clear()
        options = one.options(self._query, self.choices, self._today())
        for option in options:
            self._add_option(menu, option)
        if one.options is period_options:
            menu.addSeparator()
            menu.addAction("Từ ngày … đến ngày …", self._choose_period)
        if not options:
            menu.addAction("Chưa có mục nào").setEnabled(False)

    def _add_option(self, menu: QMenu, option: Option) -> None:
        action = QAction(option.label.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(option.checked)
        action.triggered.connect(lambda: self._apply(option.query))
        menu.addAction(action)

    def _choose_procedure(self) -> None:
        chosen = ask_procedure(self, self.choices.procedures)
        if chosen is not None:
            self._apply(replace(self._query, procedure_id=chosen))

    def _choose_period(self) -> None:
        chosen = ask_period(self, self._query.first, self._query.last, today=self._today())
        if chosen is not None:
            self._apply(with_period(replace(self._query, first=None, last=None), *chosen))

    def _apply(self, query: Query) -> None:
        self.show_query(query)
        self.changed.emit(query)

    def set_choices(self, choices: Choices) -> None:
        self.choices = choices
        self.show_query(self._query)

    def show_query(self, query: Query) -> None:
        self._query = query
        self._chips.clear()
        found = chips(query, self.choices)
        for chip in found:
            self._add_chip(chip.label, chip.without, f"Bỏ lọc {chip.label}")
        if len(found) > 1:
            self._add_chip(
                "Bỏ tất cả", replace(unfiltered(query), text=query.text), "Bỏ mọi bộ lọc"
            )
        self._chips_place.setVisible(bool(found))

    def _add_chip(self, label: str, without: Query, name: str) -> None:
        chip = _button(label, name, role="chip")
        chip.setIcon(icon("close"))
        chip.clicked.connect(lambda: self._apply(without))
        self._chips.addWidget(chip)


def _button(text: str, hint: str, *, role: str = "filter") -> QToolButton:
    button = QToolButton()
    button.setText(text.replace("&", "&&"))
    button.setToolTip(hint)
    button.setAccessibleName(hint if role == "chip" else text)
    button.setProperty("role", role)
    button.setFocusPolicy(button.focusPolicy().StrongFocus)
    button.setToolButtonStyle(button.toolButtonStyle().ToolButtonTextBesideIcon)
    button.setIconSize(QSize(scaled(10), scaled(10)))
    if role == "filter":
        button.setIcon(icon("down"))
        button.setLayoutDirection(button.layoutDirection().RightToLeft)
    return button
