"""A folder in which new exports are waited for: what is dropped there is offered for import."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from ui.imports.files import registers_in
from ui.preferences import Preferences
from ui.tasks import Tasks
from ui.toast import Toast

QUIET_MS = 1500
"""Rest after the last change: a file that is still being copied is not looked at."""
_MOST_REMEMBERED = 500
_MOST_NAMED = 3


class FolderWatch(QObject):
    found = Signal(object)
    """Paths of exports that were not there, or looked otherwise, when the folder was last read."""

    def __init__(self, tasks: Tasks, preferences: Preferences) -> None:
        super().__init__()
        self._tasks, self._preferences = tasks, preferences
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._changed)
        self._rest = QTimer(self, interval=QUIET_MS, singleShot=True)
        self._rest.timeout.connect(self.look)
        if self.folder:
            self._watcher.addPath(self.folder)
            self._rest.start()

    @property
    def folder(self) -> str:
        """Empty: none is watched."""
        return self._preferences.watched

    def follow(self, folder: str) -> None:
        """Watch *folder* from now on; an empty one: none."""
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._preferences.watched = folder
        self._preferences.seen = ""
        if folder:
            self._watcher.addPath(folder)
            self.look()

    def _changed(self, _folder: str) -> None:
        self._rest.start()

    def look(self) -> None:
        """Read the folder now; the folder may be far away, so not in the window's thread."""
        folder = Path(self.folder)
        if self.folder:
            self._tasks.run(lambda _job: _marks(folder), self._compare)

    def _compare(self, marks: dict[str, Path]) -> None:
        seen = set(self._preferences.seen.splitlines())
        news = [path for mark, path in marks.items() if mark not in seen]
        self._preferences.seen = "\n".join(list(marks)[-_MOST_REMEMBERED:])
        if news:
            self.found.emit(news)


def _marks(folder: Path) -> dict[str, Path]:
    """Each register in *folder* by its name, size and time; a folder that is gone has none."""
    try:
        return dict(_marked(registers_in([folder])) if folder.is_dir() else ())
    except OSError:
        return {}


def _marked(paths: Iterable[Path]) -> Iterable[tuple[str, Path]]:
    for path in paths:
        about = path.stat()
        yield f"{path.name}|{about.st_size}|{about.st_mtime_ns}", path


def offer_files(
    toast: Toast, take: Callable[[Sequence[Path]], object], paths: Sequence[Path]
) -> None:
    """Offer the preview of new exports in a notice."""
    names = ", ".join(path.name for path in paths[:_MOST_NAMED])
    more = "…" if len(paths) > _MOST_NAMED else ""
    sentence = f"Thư mục theo dõi có tệp mới: {names}{more}"
    toast.tell(sentence, action="Xem trước", pressed=partial(take, paths))
