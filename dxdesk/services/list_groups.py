"""A list by groups: their sub-totals add up to the list, each opens as a narrower list."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from db import list_groups as rows
from dxdesk.desk import Desk
from dxdesk.domain.query import NOTHING, Query
from dxdesk.domain.text import person_sort_key, sort_key
from dxdesk.services.listing import today


class GroupBy(StrEnum):
    FIELD = "field"
    PROCEDURE = "procedure"
    OFFICER = "officer"
    HAMLET = "hamlet"
    STATE = "state"
    CHANNEL = "channel"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    GroupBy.FIELD: "Lĩnh vực",
    GroupBy.PROCEDURE: "Thủ tục",
    GroupBy.OFFICER: "Người giữ",
    GroupBy.HAMLET: "Tổ dân phố",
    GroupBy.STATE: "Trạng thái",
    GroupBy.CHANNEL: "Kênh",
}
_NARROWED: dict[GroupBy, Callable[[Query, Any], Query]] = {
    GroupBy.FIELD: lambda query, key: replace(query, field_id=key),
    GroupBy.PROCEDURE: lambda query, key: replace(query, procedure_id=key),
    GroupBy.OFFICER: lambda query, key: replace(query, officer_id=key),
    GroupBy.HAMLET: lambda query, key: replace(query, hamlet_id=key),
    GroupBy.STATE: lambda query, key: replace(query, states=frozenset({key})),
    GroupBy.CHANNEL: lambda query, key: replace(query, channels=frozenset({key})),
}


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    number: int
    pending: int
    overdue: int
    query: Query
    """The list of exactly these dossiers."""


def groups(desk: Desk, query: Query, by: GroupBy) -> tuple[Group, ...]:
    """The groups of *query* by name in Vietnamese order; states and channels in their own."""
    with desk.reading() as session:
        found = rows.counted(session, query, today(desk, session), by)
        names = rows.names(session, by)
    narrow = _NARROWED[by]
    made = [
        (
            one.key,
            Group(
                _name(names, one.key),
                one.number,
                one.pending,
                one.overdue,
                narrow(query, NOTHING if one.key is None else one.key),
            ),
        )
        for one in found
    ]
    if by in {GroupBy.STATE, GroupBy.CHANNEL}:
        return tuple(group for _key, group in sorted(made, key=lambda pair: int(pair[0])))
    key = person_sort_key if by is GroupBy.OFFICER else sort_key
    in_order = sorted(made, key=lambda pair: (pair[0] is None, key(pair[1].name), pair[0] or 0))
    return tuple(group for _key, group in in_order)


def _name(names: dict[int, str], key: Any) -> str:
    if key is None:
        return "Chưa ghi"
    return names[key] if key in names else str(key.label)
