"""After a fault: all is there that the user was told is saved, and the file is sound."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from db.backup import contents, finish_exchange
from db.driver import is_encrypted
from dxdesk.desk import Desk
from dxdesk.domain.dossier import DossierId
from dxdesk.domain.key import Keys
from dxdesk.domain.query import Query
from dxdesk.domain.state import State
from dxdesk.errors import DeskError, InputError
from dxdesk.services import dossiers, listing
from dxdesk.services.checking import check
from dxdesk.services.encryption.unlocking import unlock
from dxdesk.services.opening import open_desk
from tests.faults.jobs import NOW, PASSPHRASES, ROWS, actions_of
from tests.faults.ward import CHOSEN, HERE, OLD
from tests.kit import Clock, receive

Told = list[dict[str, Any]]


def lost(job: str, path: Path, told: Told) -> list[str]:
    """What is missing or wrong in the file at *path*, in words; nothing when all is well."""
    finish_exchange(path)
    try:
        desk = open_desk(path, clock=Clock(NOW), create=False, keys=_keys(path))
    except DeskError as error:
        return [f"{job}: does not open: {error}"]
    try:
        found = [*_PROOFS[job](desk, path, told), *_sound(desk, job)]
    finally:
        desk.close()
    return [f"{job}: {line}" for line in (*found, *_copy(path, 0))]


def _keys(path: Path) -> Keys:
    """Of an encrypted file, whichever passphrase it had just then."""
    for passphrase in PASSPHRASES if is_encrypted(path) else ():
        try:
            return (unlock(path, passphrase),)
        except InputError:
            continue
    return ()


def _sound(desk: Desk, job: str) -> Iterable[str]:
    if job == "migration":  # its dossiers were written without the rules
        return
    for one in check(desk).checks:
        yield from one.problems
    try:
        receive(desk)
    except DeskError as error:
        yield f"work does not go on: {error}"


def _received(desk: Desk, _path: Path, told: Told) -> Iterable[str]:
    """Each dossier and result that was told, and at most one that was not told any more."""
    for one in told:
        if "dossier" in one:
            yield from _as_told(desk, one)
    yield from _actions(desk, told)
    finished = [one["finished"] for one in told if "finished" in one]
    yield from (f"result of {one} lost" for one in finished if not _finished(desk, one))


def _actions(desk: Desk, told: Told) -> Iterable[str]:
    """As many actions as were told, or one more: it was done when the fault struck."""
    more = _done(desk, told) - _confirmed(told)
    if more not in {0, 1}:
        yield f"{more} actions beside those that were told"


def _done(desk: Desk, told: Told) -> int:
    return actions_of(desk) - told[0]["actions"] if told else 0


def _confirmed(told: Told) -> int:
    return sum("copy" not in one for one in told[1:])


def _as_told(desk: Desk, one: dict[str, Any]) -> Iterable[str]:
    try:
        found = dossiers.get(desk, one["dossier"])
    except DeskError:
        yield f"dossier {one['dossier']} lost"
        return
    if (found.book_number, found.owner.name) != (one["book"], one["owner"]):
        yield f"dossier {one['dossier']} is another"


def _finished(desk: Desk, dossier: int) -> bool:
    return dossiers.get(desk, DossierId(dossier)).state is State.FINISHED


def _undone(desk: Desk, _path: Path, told: Told) -> Iterable[str]:
    """Received, finished, taken back, done again …: as far as the log goes, and no other way."""
    yield from _actions(desk, told)
    done = _done(desk, told)
    if len(told) > 1:
        yield from _as_told(desk, told[1])
        if _finished(desk, told[1]["dossier"]) != (done % 2 == 0):
            yield f"after {done} actions the result is not as it should be"


def _imported(desk: Desk, _path: Path, told: Told) -> Iterable[str]:
    """A register is in as a whole or not at all, as the log says."""
    yield from _actions(desk, told)
    more = len(listing.ids(desk, Query())) - HERE
    if more != (ROWS if _done(desk, told) % 2 else 0):
        yield f"{more} rows of a register of {ROWS}"


def _backed_up(desk: Desk, path: Path, told: Told) -> Iterable[str]:
    yield from _received(desk, path, told)
    latest = {one["copy"]: one["dossiers"] for one in told if "copy" in one}
    for copy, count in latest.items():
        yield from _copy(Path(copy), count)
    for one in path.parent.glob("sao-?.db"):
        yield from _copy(one, 0)


def _copy(path: Path, least: int) -> Iterable[str]:
    try:
        found = contents(path, _keys(path))
    except DeskError as error:
        yield f"copy {path.name}: {error}"
        return
    if found.dossiers < least:
        yield f"copy {path.name} holds {found.dossiers} of {least}"


def _restored(desk: Desk, _path: Path, told: Told) -> Iterable[str]:
    """The file from before, or the chosen one; each file that was set aside is whole."""
    kept = [one["kept"] for one in told if "kept" in one]
    count = len(listing.ids(desk, Query()))
    if count not in ({CHOSEN} if kept else {CHOSEN, HERE}):
        yield f"{count} dossiers after {len(kept)} restores"
    for number, one in enumerate(kept):
        yield from _copy(Path(one), CHOSEN if number else HERE)


def _encrypted(desk: Desk, path: Path, told: Told) -> Iterable[str]:
    """All dossiers, whatever opens them; the files of before are whole; one step was at work."""
    if len(listing.ids(desk, Query())) != HERE:
        yield f"{len(listing.ids(desk, Query()))} of {HERE} dossiers"
    if told and _done(desk, told) - (len(told) - 1) not in {0, 1}:
        yield f"{_done(desk, told)} changes of the key, told {len(told) - 1}"
    if sorted(path.parent.glob("desk-truoc-*"))[:1] and told[1:]:
        yield from _copy(max(path.parent.glob("desk-truoc-*")), HERE)


def _migrated(desk: Desk, _path: Path, _told: Told) -> Iterable[str]:
    names = {line.owner for line in listing.lines(desk, listing.ids(desk, Query()))}
    if names != {f"Lê Thử {number}" for number in range(1, OLD + 1)}:
        yield f"{len(names)} of {OLD} dossiers of the first version"


def _removed(desk: Desk, path: Path, told: Told) -> Iterable[str]:
    """What was told to be removed is gone, from the bytes of the file too."""
    for one in told:
        if "removed" not in one:
            continue
        kept = dossiers.get(desk, DossierId(one["removed"]))
        if kept.data_removed_at is None or kept.owner.name:
            yield f"the data of {kept.id} is back"
        name = one["owner"].encode()
        if any(name in part.read_bytes() for part in path.parent.glob(f"{path.name}*")):
            yield f"traces of {kept.id} in the file"


_PROOFS: dict[str, Callable[[Desk, Path, Told], Iterable[str]]] = {
    "intake": _received,
    "undo": _undone,
    "import": _imported,
    "backup": _backed_up,
    "restore": _restored,
    "migration": _migrated,
    "encryption": _encrypted,
    "removal": _removed,
}
