"""The action log: old and new values, in the same transaction, only ever added to."""

from typing import Any

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from db.actions import blanks
from db.models import (
    ActionRecord,
    Base,
    BookRecord,
    ChangeRecord,
    DossierRecord,
    HamletRecord,
)
from db.moments import minutes_of
from db.payload import RowChange, unpack
from dxdesk.desk import Desk
from dxdesk.domain.dossier import Person
from dxdesk.domain.query import Query
from dxdesk.services import acts, correction, listing
from tests.kit import Clock, receive


def logged(desk: Desk, table: str) -> list[RowChange]:
    """Changes of the newest action."""
    with desk.reading() as session:
        newest = select(func.max(ActionRecord.id)).scalar_subquery()
        payloads = session.scalars(
            select(ChangeRecord.payload)
            .where(ChangeRecord.action_id == newest, ChangeRecord.table_name == table)
            .order_by(ChangeRecord.id)
        )
        return [change for payload in payloads for change in unpack(payload)]


def rows(desk: Desk, kind: type[Base]) -> int:
    with desk.reading() as session:
        return session.scalar(select(func.count()).select_from(kind)) or 0


def test_a_correction_logs_the_old_and_the_new_value(desk: Desk) -> None:
    dossier = receive(desk, owner=Person("Trần Văn Đức", phone="0912345678"))
    correction.correct(desk, dossier.id, {"owner_name": "Trần Văn Đước"}, reason="Sai tên")
    values: dict[str, Any] = {}
    for change in logged(desk, "dossier"):
        assert (change.row_id, change.operation) == (dossier.id, "u")
        values |= change.values
    assert values["owner_name"] == ["Trần Văn Đức", "Trần Văn Đước"]
    assert values["search_text"] == ["tran van duc|0912345678|", "tran van duoc|0912345678|"]
    assert values.keys() == {"owner_name", "owner_sort", "search_text"}


def test_an_act_logs_moments_as_the_file_keeps_them(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk)
    clock.later(hours=1)
    acts.finish(desk, dossier.id)
    (change,) = logged(desk, "dossier")
    assert change.values["finished_at"] == [None, minutes_of(clock.time)]
    assert change.values["state"] == [3, 8]


def test_a_new_row_is_logged_whole(desk: Desk) -> None:
    dossier = receive(desk, note="Gấp")
    (change,) = logged(desk, "dossier")
    with desk.reading() as session:
        row = session.execute(text("SELECT * FROM dossier")).mappings().one()
    assert (change.row_id, change.operation) == (dossier.id, "i")
    assert {**blanks("dossier"), **change.values, "id": dossier.id} == dict(row)


def test_a_deleted_row_is_logged_whole(desk: Desk) -> None:
    with desk.act("Thêm") as session:
        session.add(HamletRecord(name="Khu phố 1"))
    with desk.act("Xóa") as session:
        session.delete(session.scalars(select(HamletRecord)).one())
    (change,) = logged(desk, "hamlet")
    assert (change.operation, change.values) == ("d", {"name": "Khu phố 1"})


def test_setting_a_value_to_what_it_was_logs_nothing(desk: Desk) -> None:
    dossier = receive(desk)
    with desk.act("Không đổi") as session:
        record = session.get_one(DossierRecord, dossier.id)
        record.note, record.note = "khác", ""
    assert logged(desk, "dossier") == []


@pytest.mark.parametrize("table", ["action", "change"])
@pytest.mark.parametrize("verb", ["UPDATE {} SET id = id + 1", "DELETE FROM {}"])
def test_the_log_is_only_added_to(desk: Desk, table: str, verb: str) -> None:
    receive(desk)
    statement = text(verb.format(f'"{table}"'))
    with (
        desk.database.engine.connect() as connection,
        pytest.raises(IntegrityError, match="append-only"),
    ):
        connection.execute(statement)


def test_an_error_within_an_action_leaves_nothing(desk: Desk) -> None:
    receive(desk)
    kinds = (ActionRecord, ChangeRecord, DossierRecord, HamletRecord)
    before = [rows(desk, kind) for kind in kinds]
    with pytest.raises(RuntimeError, match="lỗi giữa chừng"):
        _break(desk)
    assert [rows(desk, kind) for kind in kinds] == before
    assert list(listing.ids(desk, Query(text="mận"))) == []
    assert receive(desk).book == "2026/000002"


def _break(desk: Desk) -> None:
    from dxdesk.services.rows import BLANK, add_rows, derive_row
    from dxdesk.services.settings import rules_in_force

    row: dict[str, Any] = BLANK | {
        "procedure_id": 1,
        "field_id": 1,
        "owner_name": "Võ Thị Mận",
        "received_at": desk.now(),
    }
    calendar = rules_in_force(desk).calendar
    with desk.act("Hỏng") as session:
        session.add(HamletRecord(name="Khu phố 9"))
        add_rows(session, [derive_row(row, calendar)])
        session.flush()
        assert session.get_one(BookRecord, 2026).last_number == 2
        raise RuntimeError("lỗi giữa chừng")


def test_nothing_is_written_by_reading(desk: Desk) -> None:
    with desk.reading() as session:
        session.add(HamletRecord(name="Khu phố 1"))
        with pytest.raises(RuntimeError, match="outside of an action"):
            session.flush()
    assert rows(desk, HamletRecord) == 0


def test_references_that_lead_nowhere_are_refused(desk: Desk) -> None:
    with pytest.raises(IntegrityError), desk.act("Sai") as session:
        session.add(DossierRecord(**_bare(desk), procedure_id=9999, field_id=1))


def _bare(desk: Desk) -> dict[str, Any]:
    return {
        "book_year": 2026,
        "book_number": 1,
        "channel": 1,
        "state": 3,
        "arrived_at": desk.now(),
        "long_running": True,
        "owner_sort": "",
        "search_text": "",
    }
