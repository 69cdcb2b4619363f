"""The officer's own searches in the side bar, each with the number of dossiers it finds now."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ui.files import ask_save
from ui.format import number
from ui.theme import scaled
from ui.widgets import label

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from dxdesk.services.saved_searches import SavedSearch
    from ui.tasks import Tasks

_SEARCH = Qt.ItemDataRole.UserRole
_NUMBER = 1
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Tree(QTreeWidget):
    """Keys of its own: as shortcuts they would stand beside those of the pages."""

    def __init__(self, keys: Mapping[Qt.Key, Callable[[], object]]) -> None:
        super().__init__()
        self._keys = keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        slot = self._keys.get(Qt.Key(event.key()))
        if slot is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        else:
            slot()


class PinnedSearches(QWidget):
    chosen = Signal(object)
    """The `Query` of a search: its list shall be shown."""
    said = Signal(str)
    acted = Signal(str)
    """Something was written that can be undone."""

    def __init__(self) -> None:
        super().__init__()
        self._desk: Desk | None = None
        self._tasks: Tasks | None = None
        self.title = label("Tìm kiếm đã lưu", "ward")
        self.tree = _Tree({Qt.Key.Key_F2: self.rename, Qt.Key.Key_Delete: self.remove})
        self._set_up_tree()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, scaled(8), 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.title)
        layout.addWidget(self.tree, 1)
        self._folded = False
        self.hide()

    def _set_up_tree(self) -> None:
        tree = self.tree
        tree.setProperty("role", "side")
        tree.setAccessibleName("Tìm kiếm đã lưu, kèm số hồ sơ")
        tree.setColumnCount(2)
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setEditTriggers(QTreeWidget.EditTrigger.NoEditTriggers)
        tree.setTabKeyNavigation(False)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(_NUMBER, QHeaderView.ResizeMode.ResizeToContents)
        tree.itemActivated.connect(self._open)
        tree.itemClicked.connect(self._open)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for text, slot in (
            ("Đổi &tên…\tF2", self.rename),
            ("&Xóa\tDelete", self.remove),
            ("&Lưu ra tệp cho đồng nghiệp…", self.give),
        ):
            action = QAction(text, tree)
            action.triggered.connect(slot)
            tree.addAction(action)

    def attach(self, desk: "Desk", tasks: "Tasks") -> None:
        self._desk, self._tasks = desk, tasks
        self.refresh()

    def refresh(self) -> None:
        """Read names and numbers again."""
        self._run(lambda desk: _saved().searches(desk), self._show)

    def _show(self, found: "Sequence[SavedSearch]") -> None:
        known = {one.id: text for one, text in self._shown()}
        at = self.tree.currentIndex().row()
        self.tree.clear()
        for one in found:
            item = QTreeWidgetItem([one.name, known.get(one.id, "…")])
            item.setData(0, _SEARCH, one)
            item.setToolTip(0, one.name)
            item.setTextAlignment(_NUMBER, _RIGHT)
            self.tree.addTopLevelItem(item)
            self._run(_counting(one.query), partial(self._show_number, one.id))
        if at >= 0:
            self.tree.setCurrentIndex(self.tree.model().index(min(at, len(found) - 1), 0))
        self.fold(folded=self._folded)

    def fold(self, *, folded: bool) -> None:
        """Shown while there is a search and room for its name."""
        self._folded = folded
        self.setVisible(self.tree.topLevelItemCount() > 0 and not folded)

    def _shown(self) -> "list[tuple[SavedSearch, str]]":
        rows = map(self.tree.topLevelItem, range(self.tree.topLevelItemCount()))
        return [(item.data(0, _SEARCH), item.text(_NUMBER)) for item in rows if item is not None]

    def _show_number(self, search_id: int, found: int) -> None:
        for row, (one, _text) in enumerate(self._shown()):
            item = self.tree.topLevelItem(row)
            if one.id == search_id and item is not None:
                item.setText(_NUMBER, number(found))

    def _open(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(item.data(0, _SEARCH).query)

    def _current(self) -> "SavedSearch | None":
        item = self.tree.currentItem()
        found: SavedSearch | None = None if item is None else item.data(0, _SEARCH)
        return found

    def rename(self) -> None:
        one = self._current()
        if one is None:
            return

        from ui.dossiers.search_name import ask_name

        def rename(name: str, again: Callable[[str], None]) -> None:
            self._run(
                lambda desk: _saved().rename(desk, one.id, name),
                lambda _none: self._told(f"Đã đổi tên tìm kiếm thành “{name}”."),
                again,
            )

        ask_name(self, "Đổi tên tìm kiếm", one.name, rename)

    def remove(self) -> None:
        one = self._current()
        if one is not None:
            self._run(
                lambda desk: _saved().remove(desk, one.id),
                lambda name: self._told(f"Đã xóa tìm kiếm “{name}”."),
            )

    def give(self) -> None:
        one = self._current()
        path = None if one is None else ask_save(self, "Lưu tìm kiếm ra tệp", _file_name(one.name))
        if one is not None and path is not None:
            self._run(
                lambda desk: _saved().write_file(desk, one.id, path),
                lambda written: self.said.emit(f"Đã lưu {written}"),
            )

    def _told(self, sentence: str) -> None:
        self.refresh()
        self.acted.emit(sentence)

    def _run(
        self,
        work: "Callable[[Desk], Any]",
        done: Callable[[Any], None],
        failed: Callable[[str], None] | None = None,
    ) -> None:
        if self._desk is None or self._tasks is None:
            return
        desk = self._desk
        self._tasks.run(lambda _job: work(desk), done, failed=failed or self.said.emit)


def _saved() -> Any:
    """The service: it brings SQLAlchemy along, so it is imported when first used."""
    from dxdesk.services import saved_searches

    return saved_searches


def _counting(query: Any) -> "Callable[[Desk], int]":
    def work(desk: "Desk") -> int:
        found: int = _saved().count(desk, query)
        return found

    return work


def _file_name(name: str) -> str:
    plain = "".join(one if one.isalnum() or one in " -" else "-" for one in name)
    return f"{plain}.timkiem.json"
