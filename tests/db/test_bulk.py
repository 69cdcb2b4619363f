"""Many new dossiers at once: the search index takes them apart from its trigger."""

from typing import Any

import pytest
from sqlalchemy import text

from db.bulk import search_index_apart
from dxdesk.desk import Desk
from dxdesk.domain.query import Query
from dxdesk.services import listing
from dxdesk.services.rows import BLANK, add_rows, derive_row
from dxdesk.services.settings import rules_in_force

_TRIGGERS = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
_CHECK = text("INSERT INTO dossier_search(dossier_search, rank) VALUES ('integrity-check', 1)")


def _rows(desk: Desk, *names: str) -> list[dict[str, Any]]:
    calendar = rules_in_force(desk).calendar
    known = {"procedure_id": 1, "field_id": 1, "received_at": desk.now()}
    return [derive_row(BLANK | known | {"owner_name": name}, calendar) for name in names]


def _triggers(desk: Desk) -> list[tuple[str, str]]:
    with desk.reading() as session:
        return [(name, sql) for name, sql in session.execute(_TRIGGERS)]


def _found(desk: Desk, typed: str) -> int:
    return len(list(listing.ids(desk, Query(text=typed))))


def test_what_is_written_apart_from_the_trigger_is_found_by_search(desk: Desk) -> None:
    before = _triggers(desk)
    with desk.act("Nhập") as session:
        add_rows(session, _rows(desk, "Võ Thị Mận"))
        with search_index_apart(session) as index:
            add_rows(session, _rows(desk, "Lê Văn Mận", "Đặng Thị Đào"))
            index()
            index()
            add_rows(session, _rows(desk, "Trần Thị Đào"))
        add_rows(session, _rows(desk, "Phạm Văn Đào"))
        session.execute(_CHECK)  # raises when the index and the rows differ
    assert (_found(desk, "mận"), _found(desk, "dao")) == (2, 3)
    assert _triggers(desk) == before


def test_an_import_that_breaks_leaves_the_trigger_and_the_index_as_they_were(desk: Desk) -> None:
    before = _triggers(desk)
    with pytest.raises(RuntimeError, match="giữa chừng"):
        _break(desk)
    assert _triggers(desk) == before
    assert _found(desk, "mận") == 0
    with desk.act("Nhập") as session:
        add_rows(session, _rows(desk, "Võ Thị Mận"))
        session.execute(_CHECK)
    assert _found(desk, "mận") == 1


def _break(desk: Desk) -> None:
    with desk.act("Hỏng") as session, search_index_apart(session) as index:
        add_rows(session, _rows(desk, "Võ Thị Mận"))
        index()
        raise RuntimeError("giữa chừng")
