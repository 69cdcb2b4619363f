"""The window: side bar, pages, menus and status line. It can be shown before the data are open."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from ui import dialogs, remembering
from ui.access.access import Access
from ui.appearance import Appearance
from ui.backup_keeper import BackupKeeper
from ui.drop_area import FileDrops
from ui.imports.watch import FolderWatch, offer_files
from ui.letters import Letters
from ui.lock import Lock
from ui.menus import Menus
from ui.office_menu import OfficeMenu
from ui.page_stack import PageStack
from ui.papers_out import offer_slip, print_slips, show_paper
from ui.places import PLACE_OF
from ui.preferences import Preferences
from ui.recents import Recents
from ui.sidebar import Sidebar
from ui.status_line import StatusLine
from ui.tasks import Tasks
from ui.toast import Toast
from ui.undo import Undo
from ui.window_commands import Parts, commands_of

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from dxdesk.domain.dossier import ActionId

TITLE = "DX Desk"
SMALLEST = (880, 540)


class MainWindow(QMainWindow):
    closed = Signal()

    def __init__(self, tasks: Tasks, preferences: Preferences) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self._tasks = tasks
        self._preferences = preferences
        self.appearance = Appearance(preferences, self)
        self.sidebar = Sidebar()
        self.stack = PageStack(tasks)
        self.status = StatusLine(tasks, self.appearance)
        self.office = OfficeMenu(self, tasks)
        self.backups = BackupKeeper(self, tasks)
        self.undo = Undo(tasks, self)
        self.toast = Toast(self.stack)
        self.lock = Lock(self, preferences)
        self.access = Access(self, tasks, self.lock)
        self.letters = Letters(self, self.stack.currentWidget, tasks)
        self.recents: Recents | None = None
        self.menus = Menus(
            self, commands_of(self._parts()), undo=self.undo, appearance=self.appearance
        )
        self._build()
        self._connect()
        self.setMinimumSize(*SMALLEST)
        self.resize(1280, 760)
        self.restoreGeometry(preferences.geometry)
        self._wanted = "start"
        self.sidebar.mark(self._wanted)

    def _build(self) -> None:
        middle = QWidget()
        self.setCentralWidget(middle)  # empty: what is in it by then, Qt dresses twice
        across = QHBoxLayout(middle)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.sidebar)
        across.addWidget(self.stack, 1)
        self.setStatusBar(self.status)
        middle.installEventFilter(self.sidebar)
        FileDrops(self).dropped.connect(self.import_files)

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self.go)
        self.sidebar.pinned.chosen.connect(self.open_list)
        self.sidebar.pinned.said.connect(self.status.say)
        self.sidebar.pinned.acted.connect(self.undo.offer)
        self.stack.changed.connect(self.sidebar.pinned.refresh)
        self.undo.changed.connect(self.sidebar.pinned.refresh)
        self.stack.built.connect(self._wire)
        self.stack.changed.connect(self.undo.refresh)
        self.stack.opening.closed.connect(self.close)
        self.menus.chosen.connect(self.go)
        self.undo.said.connect(self.status.say)
        self.undo.changed.connect(self.stack.refresh_all)
        self.undo.refused.connect(partial(dialogs.tell, self, "Hoàn tác"))
        self.undo.offered.connect(self._offer_undo)
        self.office.saved.connect(self._after_office)
        self.backups.said.connect(self.status.say)
        self.appearance.changed.connect(self.sidebar.refit)
        self.menus.idle_chosen.connect(self.lock.choose)
        for one in (self.access, self.office.encryption):
            one.said.connect(self.status.say)
            one.changed.connect(lambda desk: self.attach(desk, ward=self.sidebar.ward.text()))

    def _parts(self) -> Parts:
        return Parts(
            window=self,
            tasks=self._tasks,
            stack=self.stack,
            undo=self.undo,
            office=self.office,
            toast=self.toast,
            look=self.appearance,
            lock=self.lock,
            access=self.access,
            go=self.go,
            refresh=self.refresh,
            recents=lambda: self.recents,
            say=self.status.say,
            open_dossier=self.open_dossier,
            open_list=self.open_list,
            actions=lambda: list(self.menus.actions.values()),
        )

    def attach(self, desk: "Desk", *, ward: str) -> None:
        """The data are open. *ward* is the office's name, empty while nobody entered it.

        Also for the desk of another officer, who finds no page of the one before.
        """
        remembering.leave(self.stack.pages, self._preferences)
        first = not self.stack.attached
        self.stack.attach(desk)
        self.menus.attach(desk)
        self.sidebar.allow(desk)
        self.sidebar.set_ward(ward)
        self.recents = Recents(desk, self._preferences)
        self.watch = FolderWatch(self._tasks, self._preferences)
        if not self.stack.why_not("import"):
            self.watch.found.connect(partial(offer_files, self.toast, self.import_files))
        self.go(self._wanted)
        self.status.show_database(desk)

        def read_the_rest() -> None:
            for reader in (self.undo, self.office, self.backups, self.access):
                reader.attach(desk)
            self.sidebar.pinned.attach(desk, self._tasks)

        if first:
            self._tasks.after(read_the_rest)  # the page has its numbers by then
        else:
            read_the_rest()  # at once: nothing may be done in the name of the officer before

    def go(self, key: str) -> None:
        """Show the place *key* of ui/places.py, now or as soon as data and page are loaded."""
        place = PLACE_OF[key]
        if why := self.stack.why_not(key):
            self.status.say(why)
            return
        self._wanted = key
        self.sidebar.mark(key if place.listed else "dossiers")
        self.setWindowTitle(f"{place.title} – {TITLE}")
        if not self.stack.attached:
            return
        self.stack.once_loaded(key, lambda: self._arrive(key))

    def _arrive(self, key: str) -> None:
        if key == self._wanted:
            self.stack.go(key)

    def open_dossier(self, dossier_id: int) -> None:
        def show() -> None:
            page: Any = self.stack.page("dossier")
            page.show_dossier(dossier_id)
            self.go("dossier")

        if self.recents is not None:
            self.recents.note(dossier_id)
        self.stack.once_loaded("dossier", show)

    def open_list(self, query: object) -> None:
        def show() -> None:
            page: Any = self.stack.page("dossiers")
            page.show_query(query)
            self.go("dossiers")

        self.stack.once_loaded("dossiers", show)

    def _wire(self, key: str) -> None:
        page = self.stack.pages[key]
        remembering.restore(page, key, self._preferences)
        page.said.connect(self.status.say)
        page.acted.connect(self.undo.offer)
        page.opened.connect(self.open_dossier)
        page.listed.connect(self.open_list)
        page.went.connect(self.go)
        page.papers.connect(partial(print_slips, page))
        page.previewed.connect(partial(show_paper, page))
        page.slip_offered.connect(partial(offer_slip, self.toast, self.stack))
        back = partial(self.go, "dossiers")
        for own, slot in (("closed", back), ("watched", self.watch.follow)):
            if (signal := getattr(page, own, None)) is not None:
                signal.connect(slot)

    def import_files(self, paths: Sequence[Path]) -> None:
        """Files dropped anywhere are read as registers; a page may take them before."""
        self.go("import")
        if self.stack.attached and not self.stack.why_not("import"):
            page: Any = self.stack.page("import")
            page.show_files(paths)

    def refresh(self) -> None:
        self.stack.refresh_all()
        self.sidebar.pinned.refresh()
        self.undo.refresh()

    def _offer_undo(self, sentence: str, last: "ActionId | None") -> None:
        self.status.say(sentence)
        if last is None:
            self.toast.tell(sentence)
        else:
            self.toast.tell(sentence, action="Hoàn tác", pressed=partial(self.undo.undo_only, last))

    def _after_office(self, ward: str) -> None:
        self.sidebar.set_ward(ward)
        self.status.say("Đã lưu thông tin đơn vị")
        self.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        job = self._tasks.titled()
        if job is not None and not dialogs.confirm(
            self,
            "Đang có việc chạy",
            f"“{job.title}” chưa xong. Dừng việc đó và đóng chương trình? Phần đang làm dở sẽ "
            "không được ghi.",
            action="Dừng và đóng",
        ):
            event.ignore()
            return
        self._preferences.geometry = self.saveGeometry()
        self._tasks.close()
        remembering.leave(self.stack.pages, self._preferences)
        self.closed.emit()
        super().closeEvent(event)
