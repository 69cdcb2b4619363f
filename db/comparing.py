"""What the file in use holds that a copy of it does not."""

from contextlib import closing
from pathlib import Path

from db.backup import reading_plainly
from db.driver import Connection, open_for_reading
from dxdesk.domain.backup import Newer
from dxdesk.domain.key import Keys

_MOST = 500


def newer_than(current: Path, copy: Path, keys: Keys = ()) -> Newer:
    """Compare two files of ours by dossier and by action; neither is written to."""
    with (
        reading_plainly(current),
        closing(open_for_reading(current, keys)) as ours,
        closing(open_for_reading(copy, keys)) as theirs,
    ):
        known = {row[0] for row in theirs.execute("SELECT id FROM dossier")}
        gone = [
            f"{year}/{number:06}" + (f" · {code}" if code else "")
            for row_id, year, number, code in ours.execute(
                "SELECT id, book_year, book_number, code FROM dossier ORDER BY id DESC"
            )
            if row_id not in known
        ]
        last = theirs.execute("SELECT max(id) FROM action").fetchone()[0] or 0
        since = ours.execute(
            "SELECT strftime('%d/%m/%Y %H:%M', '2000-01-01', at || ' minutes'), name FROM action"
            " WHERE id > ? ORDER BY id DESC",
            (last,),
        ).fetchall()
        return Newer(
            dossiers=len(gone),
            names=tuple(gone[:_MOST]),
            actions=tuple(f"{at}  {name}" for at, name in since[:_MOST]),
            action_count=len(since),
            same_history=_action(ours, last) == _action(theirs, last),
        )


def _action(connection: Connection, action_id: int) -> object:
    asked = "SELECT at, officer_id, name, kind FROM action WHERE id = ?"
    return connection.execute(asked, (action_id,)).fetchone()
