"""How an officer looks at a list: its columns, their order and widths. Each officer has an own."""

import json
from collections.abc import Sequence

from sqlalchemy import Select, select

from db.models import ListViewRecord
from dxdesk.desk import Desk

View = tuple[tuple[str, int], ...]
"""Key and width of each column shown, in order; width 0: as wide as the program likes."""


def view_of(desk: Desk, name: str) -> View:
    """What the officer chose for the list *name*; empty: nothing yet."""
    with desk.reading() as session:
        record = session.scalar(_of(desk, name))
        return () if record is None else tuple((k, w) for k, w in json.loads(record.columns))


def keep_view(desk: Desk, name: str, view: Sequence[tuple[str, int]]) -> None:
    """Remember *view*; an empty one: as the program likes."""
    with desk.database.aside() as session:
        record = session.scalar(_of(desk, name))
        if not view:
            if record is not None:
                session.delete(record)
            return
        if record is None:
            record = ListViewRecord(officer_id=desk.officer, list=name)
            session.add(record)
        record.columns = json.dumps([list(one) for one in view])


def _of(desk: Desk, name: str) -> Select[ListViewRecord]:
    return select(ListViewRecord).where(
        ListViewRecord.officer_id == desk.officer, ListViewRecord.list == name
    )
