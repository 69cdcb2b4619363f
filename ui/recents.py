"""Dossiers that an officer opened last, and those pinned; kept on this computer."""

import hashlib
from typing import TYPE_CHECKING

from ui.preferences import Preferences

if TYPE_CHECKING:
    from dxdesk.desk import Desk

MOST_RECENT, MOST_PINNED = 8, 30


class Recents:
    """Of one officer in one database: ids mean nothing in another file."""

    def __init__(self, desk: "Desk", preferences: Preferences) -> None:
        path = desk.database.path
        file = hashlib.sha256(str(path.absolute() if path else "server").encode()).hexdigest()[:12]
        self._preferences, self._of = preferences, f"dossiers-{file}-{desk.officer}"

    @property
    def recent(self) -> tuple[int, ...]:
        """The newest first."""
        return self._preferences.numbers(f"{self._of}/recent")

    @property
    def pinned(self) -> tuple[int, ...]:
        return self._preferences.numbers(f"{self._of}/pinned")

    def note(self, dossier_id: int) -> None:
        """*dossier_id* was opened."""
        others = [one for one in self.recent if one != dossier_id]
        self._preferences.keep_numbers(f"{self._of}/recent", [dossier_id, *others][:MOST_RECENT])

    def pin(self, dossier_id: int, *, on: bool) -> None:
        others = [one for one in self.pinned if one != dossier_id]
        wanted = [dossier_id, *others] if on else others
        self._preferences.keep_numbers(f"{self._of}/pinned", wanted[:MOST_PINNED])
