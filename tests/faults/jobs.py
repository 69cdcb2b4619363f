"""What is going on when the fault strikes.

Each job runs in a process of its own and tells what its user was told is saved, at once and in
order.
"""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from dxdesk.desk import Desk
from dxdesk.domain.dossier import Person
from dxdesk.services import acts, history, imports, maintenance
from dxdesk.services.encryption import changing
from dxdesk.services.opening import open_desk
from dxdesk.services.retention import remove
from dxdesk.services.retention.terms import Scope, set_term
from tests.kit import Clock, receive

Tell = Callable[[dict[str, Any]], None]
NOW = "31/12/2026 16:00"
ROWS = 120
"""Rows of the register that `importing` takes in."""


def begin(path: Path, tell: Tell) -> Desk:
    desk = open_desk(path, clock=Clock(NOW))
    tell({"actions": actions_of(desk)})
    return desk


def actions_of(desk: Desk) -> int:
    return len(history.events(desk, limit=1_000_000))


def intake(path: Path, tell: Tell) -> None:
    """Dossier after dossier, every second one with its result."""
    desk = begin(path, tell)
    for number in range(100_000):
        dossier = receive(desk, owner=Person(f"Nguyễn Thị Đào {number}"))
        tell({"dossier": dossier.id, "book": dossier.book_number, "owner": dossier.owner.name})
        if number % 2:
            acts.finish(desk, dossier.id)
            tell({"finished": dossier.id})


def undoing(path: Path, tell: Tell) -> None:
    """A result, taken back, done again, taken back, and so on."""
    desk = begin(path, tell)
    dossier = receive(desk)
    tell({"dossier": dossier.id, "book": dossier.book_number, "owner": dossier.owner.name})
    acts.finish(desk, dossier.id)
    tell({"finished": dossier.id})
    for _ in range(100_000):
        history.undo(desk)
        tell({"unfinished": dossier.id})
        history.redo(desk)
        tell({"finished": dossier.id})


def importing(path: Path, tell: Tell) -> None:
    """A register taken in and taken back, again and again."""
    desk = begin(path, tell)
    for _ in range(100_000):
        imports.run(desk, path.with_name("so.csv"))
        tell({"rows": ROWS})
        history.undo(desk)
        tell({"rows": 0})


def backing_up(path: Path, tell: Tell) -> None:
    """Copies to a stick while dossiers come in."""
    desk = begin(path, tell)
    for number in range(100_000):
        dossier = receive(desk, owner=Person(f"Lê Văn Sáu {number}"))
        tell({"dossier": dossier.id, "book": dossier.book_number, "owner": dossier.owner.name})
        copy = path.with_name(f"sao-{number % 3}.db")
        made = maintenance.backup(desk, copy)
        tell({"copy": str(copy), "dossiers": made.dossiers})


def restoring(path: Path, tell: Tell) -> None:
    """The chosen copy put in the place of the file, again and again."""
    tell({"ready": True})
    for _ in range(100_000):
        found = maintenance.restore(path, path.with_name("chosen.db"), clock=Clock(NOW))
        tell({"kept": str(found.kept)})


def migrating(path: Path, tell: Tell) -> None:
    """A file of the first version opened by this one, again and again."""
    tell({"ready": True})
    for _ in range(100_000):
        open_desk(path, clock=Clock(NOW)).close()
        tell({"opened": True})
        shutil.copy(path.with_name("old.db"), path.with_name("again.db"))
        path.with_name("again.db").replace(path)


PASSPHRASES = ("con đường làng rợp bóng tre", "bến nước, sân đình, cây đa")


def encrypting(path: Path, tell: Tell) -> None:
    """Encrypted, another passphrase, not encrypted any more, again and again."""
    desk = begin(path, tell)
    for _ in range(100_000):
        for passphrase in PASSPHRASES:
            made = changing.encrypt(desk, passphrase)
            desk = made.desk
            tell({"kept": str(made.kept), "opens": passphrase})
        desk = changing.decrypt(desk).desk
        tell({"opens": ""})


def removing(path: Path, tell: Tell) -> None:
    """Dossiers of years ago, and the removal of their personal data, again and again."""
    desk = begin(path, tell)
    set_term(desk, Scope(), 1, document="Quyết định 12", decided_on=date(2026, 1, 5))
    came = desk.now().replace(year=2024)
    for number in range(100_000):
        owner = Person(f"Zequoc {number} Quyxuxu", "038099887766")
        dossier = receive(desk, owner=owner, received_at=came)
        acts.finish(desk, dossier.id, at=came)
        acts.return_result(desk, dossier.id, receiver=owner.name, at=came)
        remove.remove(desk, confirmed=1)
        tell({"removed": dossier.id, "owner": owner.name})


JOBS: dict[str, Callable[[Path, Tell], None]] = {
    "intake": intake,
    "undo": undoing,
    "import": importing,
    "backup": backing_up,
    "restore": restoring,
    "migration": migrating,
    "encryption": encrypting,
    "removal": removing,
}
