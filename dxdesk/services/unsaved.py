"""Half-typed forms, which come back after a crash; each officer has their own."""

import json
from collections.abc import Mapping

from sqlalchemy import Select, select

from db.models import UnsavedFormRecord
from dxdesk.desk import Desk


def keep(desk: Desk, form: str, values: Mapping[str, str]) -> None:
    """Remember what stands in *form*; nothing: forget it."""
    with desk.database.aside() as session:
        record = session.scalar(_of(desk, form))
        if not values:
            if record is not None:
                session.delete(record)
            return
        if record is None:
            record = UnsavedFormRecord(officer_id=desk.officer, form=form)
            session.add(record)
        record.at = desk.now()
        record.values = json.dumps(dict(values))  # a half of a letter that was pasted has no UTF-8


def kept(desk: Desk, form: str) -> dict[str, str]:
    """What the officer had typed into *form*; empty when nothing waits."""
    with desk.reading() as session:
        record = session.scalar(_of(desk, form))
        return {} if record is None else dict(json.loads(record.values))


def _of(desk: Desk, form: str) -> Select[UnsavedFormRecord]:
    return select(UnsavedFormRecord).where(
        UnsavedFormRecord.officer_id == desk.officer, UnsavedFormRecord.form == form
    )
