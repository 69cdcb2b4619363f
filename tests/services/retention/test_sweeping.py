"""The last traces leave the file: also an encrypted one, and later where somebody reads it now."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event

from dxdesk.desk import Desk
from dxdesk.domain.dossier import DossierId, Person
from dxdesk.services import acts, cautions, dossiers
from dxdesk.services.checking import check
from dxdesk.services.encryption import changing
from dxdesk.services.retention import remove
from dxdesk.services.retention.terms import Scope, set_term
from tests.kit import Clock, desk_over, receive

OWNER = Person("Zequoc Thị Quyxuxu", "038099887766")


@pytest.fixture
def ended(empty_database: Path, tmp_path: Path) -> Iterator[Desk]:
    """A ward with one dossier that is past its term; nothing waits for a lock."""
    clock = Clock()
    with desk_over(empty_database, clock, folder=tmp_path) as desk:
        engine = desk.database.engine
        event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA busy_timeout = 1"))
        dossier = receive(desk, owner=OWNER)
        acts.finish(desk, dossier.id)
        acts.return_result(desk, dossier.id)
        clock.set("12/03/2035 08:00")
        set_term(desk, Scope(), 5, document="QĐ 12", decided_on=date(2026, 1, 5))
        yield desk


def traces(desk: Desk) -> bool:
    path = desk.database.path
    assert path is not None
    return any(b"Zequoc" in one.read_bytes() for one in path.parent.glob(f"{path.name}*"))


def told(desk: Desk) -> bool:
    return any("chưa dọn xong" in one.text for one in cautions.cautions(desk))


def test_while_somebody_reads_the_traces_stay_and_the_office_is_told(ended: Desk) -> None:
    with closing(ended.database.engine.raw_connection()) as reader:
        reader.driver_connection.execute("BEGIN")  # type: ignore[union-attr]
        reader.driver_connection.execute("SELECT * FROM dossier").fetchone()  # type: ignore[union-attr]
        assert not remove.remove(ended, confirmed=1).swept
        assert traces(ended)
        assert remove.is_unswept(ended)
        assert told(ended)
        reader.driver_connection.execute("ROLLBACK")  # type: ignore[union-attr]
    assert remove.sweep_again(ended)
    assert not traces(ended)
    assert not told(ended)


@pytest.mark.slow
def test_an_encrypted_file_is_swept_as_well(ended: Desk) -> None:
    made = changing.encrypt(ended, "con đường làng rợp bóng tre").desk
    with closing(made):
        assert remove.remove(made, confirmed=1).swept
        assert dossiers.get(made, DossierId(1)).owner.name == ""
        assert check(made).ok
