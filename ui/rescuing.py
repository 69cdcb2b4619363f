"""A damaged file at the start: what the opening page offers, done in the worker."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dxdesk.errors import LockedError
from ui import dialogs
from ui.encryption.unlocking import Unlocking
from ui.opening_page import OpeningPage
from ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from dxdesk.domain.backup import Backup


class Rescuing:
    def __init__(
        self, page: OpeningPage, tasks: Tasks, again: Callable[[], None], unlocking: Unlocking
    ) -> None:
        self._page, self._tasks, self._again = page, tasks, again
        self._unlocking = unlocking
        self._path = Path()
        self._backup: Backup | None = None
        page.went_back.connect(self._go_back)
        page.saved.connect(self._save)

    def offer(self, path: Path, sentence: str) -> None:
        """Look for the newest good backup, then leave the choice to the person.

        Where backups are encrypted their passphrase is asked for; without it none is offered.
        """
        keys = self._unlocking.keys

        def work(_job: "Job[Backup | LockedError | None]") -> "Backup | LockedError | None":
            from dxdesk.services.rescue import newest_good

            try:
                return newest_good(path, keys)
            except LockedError as locked:
                return locked

        def show(found: "Backup | LockedError | None") -> None:
            if isinstance(found, LockedError):
                if self._unlocking.ask(found.path):
                    self.offer(path, sentence)
                    return
                found = None
            self._path, self._backup = path, found
            made = "" if found is None else f"lúc {found.at:%d/%m/%Y %H:%M}"
            self._page.show_damage(sentence, made)

        self._tasks.run(work, show, failed=self._page.show_problem)

    def _go_back(self) -> None:
        path, backup, keys = self._path, self._backup, self._unlocking.keys
        if backup is None:
            return

        def work(_job: Job[str]) -> str:
            from dxdesk.services.rescue import back_to

            back_to(path, backup, clock=datetime.now, keys=keys)
            return ""

        self._run(work)

    def _save(self) -> None:
        path, keys = self._path, self._unlocking.keys

        def work(_job: Job[str]) -> str:
            from dxdesk.services.rescue import save_readable, summary

            rescued = save_readable(path, clock=datetime.now, keys=keys)
            state = "vẫn mã hóa như tệp cũ" if rescued.encrypted else "không mã hóa"
            return (
                f"{summary(rescued.found)}\n\nTệp mới {state}; danh sách không mã hóa và chỉ có số "
                f"dòng: {rescued.account}"
            )

        self._run(work)

    def _run(self, work: Callable[[Job[str]], str]) -> None:
        self._page.show_opening()
        self._tasks.run(work, self._done, failed=self._page.show_problem)

    def _done(self, told: str) -> None:
        if told:
            dialogs.tell(self._page.window(), "Cứu dữ liệu", told)
        self._again()
