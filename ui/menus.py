"""The menu bar, made of commands.MENUS; undo and redo carry the name of their action."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from dxdesk.domain.rights import Right
from ui import theme
from ui.appearance import SYSTEM, Appearance
from ui.barring import bar_action
from ui.commands import MENUS, VIEW_MENU, Command
from ui.icons import icon
from ui.places import PLACES
from ui.preferences import IDLE_CHOICES
from ui.undo import Names, Undo

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_UNDO, _REDO = "&Hoàn tác", "&Làm lại"
LONGEST_NAME = 60


class Menus(QObject):
    idle_chosen = Signal(int)
    """After how many minutes the window shall cover itself; 0: never."""
    chosen = Signal(str)
    """A place was chosen."""

    def __init__(
        self,
        window: QMainWindow,
        commands: Mapping[str, Callable[[], object]],
        *,
        undo: Undo,
        appearance: Appearance,
    ) -> None:
        super().__init__(window)
        undo.named.connect(self._show_names)
        self._appearance = appearance
        self.actions: dict[str, QAction] = {}
        self._commands = commands
        self._rights: dict[str, Right | None] = {}
        self._may_undo = False
        for menu in MENUS:
            made = window.menuBar().addMenu(menu.title)
            made.setToolTipsVisible(True)
            if menu.title == VIEW_MENU:
                self._add_places(made)
            for command in menu.commands:
                if command is None:
                    made.addSeparator()
                else:
                    self._add(made, command)
            if menu.title == VIEW_MENU:
                self._add_themes(made)
                self._add_idle_times(made)

    def _add(self, menu: QMenu, command: Command) -> None:
        action = menu.addAction(command.text)
        if command.icon:
            action.setIcon(icon(command.icon))
        action.setShortcuts([QKeySequence(one) for one in command.shortcuts])
        action.triggered.connect(lambda _checked: self._commands[command.key]())
        action.setEnabled(not command.needs_desk)
        self.actions[command.key] = action
        self._rights[command.key] = command.right

    def _add_places(self, menu: QMenu) -> None:
        for number, place in enumerate((p for p in PLACES if p.listed), start=1):
            action = menu.addAction(icon(place.icon), f"&{number}. {place.title}")
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            action.triggered.connect(partial(self._choose, place.key))
            self.actions[f"place {place.key}"] = action
            self._rights[f"place {place.key}"] = place.right
        menu.addSeparator()

    def _choose(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.chosen.emit(key)

    def _add_themes(self, menu: QMenu) -> None:
        sub = menu.addMenu("&Giao diện")
        group = QActionGroup(self)
        labels = {SYSTEM: "Theo hệ thống"} | {k: one.label for k, one in theme.themes().items()}
        for key, text in labels.items():
            action = sub.addAction(text)
            action.setCheckable(True)
            action.setChecked(key == self._appearance.chosen)
            action.triggered.connect(lambda _checked, key=key: self._appearance.wear(key))
            group.addAction(action)
            self.actions[f"theme {key}"] = action

    def _add_idle_times(self, menu: QMenu) -> None:
        sub = menu.addMenu("Tự khóa &màn hình")
        group = QActionGroup(self)
        for minutes in IDLE_CHOICES:
            text = f"Sau {minutes} phút không dùng máy" if minutes else "Không tự khóa"
            action = sub.addAction(text)
            action.setCheckable(True)
            action.setChecked(minutes == self._appearance.idle_minutes)
            action.triggered.connect(partial(self._choose_idle, minutes))
            group.addAction(action)
            self.actions[f"lock {minutes}"] = action

    def _choose_idle(self, minutes: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.idle_chosen.emit(minutes)

    def attach(self, desk: "Desk") -> None:
        """The data are open: what this officer may can be chosen, undo once its name is known."""
        for key, action in self.actions.items():
            right = self._rights.get(key)
            bar_action(action, "" if right is None else desk.why_not(right))
        self._may_undo = desk.may(Right.RECORD)
        self._show_names((None, None))

    def _show_names(self, names: Names) -> None:
        for key, text, name in zip(("undo", "redo"), (_UNDO, _REDO), names, strict=True):
            short = name if name is None or len(name) <= LONGEST_NAME else name[:LONGEST_NAME] + "…"
            self.actions[key].setText(f"{text}: {short.replace('&', '&&')}" if short else text)
            self.actions[key].setEnabled(name is not None and self._may_undo)
