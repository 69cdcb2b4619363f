"""Going back to a backup: what would be lost is shown first, and what was replaced is kept."""

from dataclasses import replace
from pathlib import Path

from db.comparing import newer_than
from dxdesk.desk import Desk
from dxdesk.domain.backup import Newer
from dxdesk.domain.key import Keys
from dxdesk.services.backups.making import database_of
from dxdesk.services.backups.memory import recall, remember
from dxdesk.services.maintenance import Restored, check_keeper, put_in_place
from dxdesk.services.opening import open_desk


def would_be_lost(desk: Desk, backup: Path, keys: Keys = ()) -> Newer:
    """Dossiers and actions of the file in use that *backup* does not hold.

    LockedError when neither the file's own key nor one of *keys* opens it.
    """
    return newer_than(database_of(desk), backup, (*desk.database.keys, *keys))


def go_back(desk: Desk, backup: Path, keys: Keys = ()) -> Restored:
    """Put *backup* in the place of the file in use, under the open desk.

    The file that was in use is kept beside it and stands in the list of backups, so that going
    back can itself be taken back. An older schema is brought up to date; the passphrase stays the
    one in use, or none. StorageError, and nothing changed, while another program has the file open.
    """
    database, own = database_of(desk), desk.database
    check_keeper(database, desk, f"khôi phục từ “{backup.name}”")
    restored = put_in_place(
        database, backup, clock=desk.clock, keys=(*own.keys, *keys), key=own.key
    )
    remember(database, replace(recall(database), seal=""))  # the log is an earlier one, and may
    desk.memory.clear()
    open_desk(database, clock=desk.clock, create=False, guarded=False, keys=own.keys).close()
    return restored
