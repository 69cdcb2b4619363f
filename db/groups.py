"""The groups by which figures are told apart, and what they are called."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, literal, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.models import DossierRecord as D
from db.models import FieldRecord, OfficerRecord, ProcedureRecord, UnitRecord
from dxdesk.domain.channel import Channel
from dxdesk.domain.figures import Figures, GroupFigures

_Label = InstrumentedAttribute[Any]
GROUPS = {
    "field": D.field_id,
    "procedure": D.procedure_id,
    "channel": D.channel,
    "officer": D.officer_id,
    "unit": D.unit_id,
}
GROUP_KINDS = tuple(GROUPS)
_NAMED: dict[str, tuple[_Label, _Label, str]] = {
    "field": (FieldRecord.id, FieldRecord.name, "Chưa rõ lĩnh vực"),
    "procedure": (ProcedureRecord.id, ProcedureRecord.code, "Chưa rõ thủ tục"),
    "officer": (OfficerRecord.id, OfficerRecord.name, "Chưa phân công"),
    "unit": (UnitRecord.id, UnitRecord.name, "Chưa ghi đơn vị"),
}


def group_is(by: str, key: str) -> ColumnElement[bool]:
    column = GROUPS[by]
    if by == "channel":
        members = [c for c in Channel if c.group.key == key]
        return D.channel.in_(members)
    if not key:
        return column.is_(None)
    id_column, key_column, _ = _NAMED[by]
    return column == select(id_column).where(key_column == key).scalar_subquery()


def named(session: Session, by: str, totals: Mapping[Any, Figures]) -> tuple[GroupFigures, ...]:
    """The figures of each group under its own key and name."""
    return _by_channel(totals) if by == "channel" else _named(session, by, totals)


def _by_channel(totals: Mapping[Any, Figures]) -> tuple[GroupFigures, ...]:
    merged: dict[Channel, Figures] = {}
    for channel, numbers in totals.items():
        merged[channel.group] = merged.get(channel.group, Figures()) + numbers
    return tuple(
        GroupFigures(key=channel.key, name=channel.group_label, figures=merged[channel])
        for channel in Channel
        if channel in merged
    )


def _named(session: Session, by: str, totals: Mapping[Any, Figures]) -> tuple[GroupFigures, ...]:
    labels = {row[0]: row for row in session.execute(_labels(by))}
    groups = []
    for group_id, numbers in totals.items():
        key, name, field = labels[group_id][1:] if group_id in labels else ("", _NAMED[by][2], "")
        groups.append(GroupFigures(key=key, name=name, figures=numbers, field_name=field))
    return tuple(groups)


def label_of_group(session: Session, by: str) -> Callable[[Any], tuple[str, str]]:
    """What gives key and name of the group that a dossier's own column names."""
    if by == "channel":
        return lambda channel: (channel.group.key, channel.group_label)
    labels = {row[0]: (row[1], row[2]) for row in session.execute(_labels(by))}
    unknown = ("", _NAMED[by][2])
    return lambda group_id: labels.get(group_id, unknown)


def _labels(by: str) -> Select[*tuple[Any, ...]]:
    """Id, key, name and field name of every group of a kind."""
    if by == "procedure":
        return select(
            ProcedureRecord.id, ProcedureRecord.code, ProcedureRecord.name, FieldRecord.name
        ).join(FieldRecord, ProcedureRecord.field_id == FieldRecord.id)
    id_column, key_column, _ = _NAMED[by]
    return select(id_column, key_column, key_column, literal(""))
