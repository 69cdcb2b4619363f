"""Dossiers read column by column are the records, value for value and kind for kind."""

from sqlalchemy import select

from db.models import DossierRecord
from db.whole_rows import WholeRows
from dxdesk.desk import Desk
from tests.services.many import fill


def test_whole_rows_are_what_the_records_hold(desk: Desk) -> None:
    fill(desk, 300)
    with desk.reading() as session:
        rows = WholeRows(session).where(DossierRecord.id > 10)
        records = session.scalars(select(DossierRecord).where(DossierRecord.id > 10)).all()
        assert len(rows) == len(records) > 200
        for row, record in zip(rows, records, strict=True):
            kept = {name: getattr(record, name) for name in row}
            assert row == kept
            assert [*map(type, row.values())] == [*map(type, kept.values())]


def test_no_row_is_no_row(desk: Desk) -> None:
    with desk.reading() as session:
        assert WholeRows(session).where(DossierRecord.id < 0) == []
