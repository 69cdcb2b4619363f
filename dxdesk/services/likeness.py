"""A ward like that of a published report, in an empty database, as one action."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import bulk, listing
from db.models import HamletRecord, IndicatorRecord
from dxdesk.demo.like_work import work_rows
from dxdesk.demo.likes import Likeness, end_of, likeness, sheets
from dxdesk.demo.sheet import Ward
from dxdesk.demo.times import Times
from dxdesk.desk import Desk
from dxdesk.domain.indicators.amount import parse_amount
from dxdesk.domain.indicators.kinds import Base, IndicatorId, Unit
from dxdesk.domain.indicators.value import Evidence, ValueDraft
from dxdesk.errors import DeskError
from dxdesk.indicator_sets import set_of
from dxdesk.services.demo import sample_ward, write_ledgers, write_sheets
from dxdesk.services.indicators.catalogue import keep_set
from dxdesk.services.indicators.computed import DOSSIERS
from dxdesk.services.indicators.remarks import keep_remark
from dxdesk.services.indicators.targets import TargetDraft, keep_target
from dxdesk.services.indicators.values import keep_value
from dxdesk.services.settings import keep_office, rules

SET = "cap-xa"
_KINDS = 5


def make_like(desk: Desk, key: str) -> Likeness:
    """Fill an empty database; DeskError when it holds dossiers, or the report's day lies ahead."""
    like = likeness(key)
    end = end_of(like)
    if end > desk.now():
        raise DeskError(f"Mẫu “{key}” kết thúc ngày {end:%d/%m/%Y}, sau ngày hôm nay của máy.")
    with desk.database.action("Tạo phường mẫu", officer_id=desk.officer, at=end) as session:
        if not listing.is_empty(session):
            raise DeskError(
                "Sổ đã có hồ sơ nên không tạo phường mẫu ở đây; hãy chọn một cơ sở dữ liệu mới."
            )
        keep_office(session, like.office)
        base = sample_ward(session)
        ward = Ward(base.kinds, base.clerks, _hamlets(session, like), base.units)
        current = rules(desk, session)
        times = Times.at(end, current.calendar, current.due)
        kinds = tuple(kind for kind in base.kinds if kind.limit is not None)[:_KINDS]
        for _done in write_sheets(session, sheets(like, ward, times, kinds), current.calendar):
            pass
        bulk.settle_search(session)
        drawn = work_rows(like.work, like.rows, like.hamlets, like.period.first, like.period.last)
        write_ledgers(session, ward.hamlets, drawn)
        _indicators(session, like)
    return like


def _hamlets(session: Session, like: Likeness) -> tuple[int, ...]:
    """The report's own hamlets; those of the other sample are not used."""
    for record in session.scalars(select(HamletRecord)):
        record.retired = True
    made = [HamletRecord(name=name) for name in like.hamlets if not _there(session, name)]
    session.add_all(made)
    session.flush()
    found = session.scalars(select(HamletRecord).where(HamletRecord.name.in_(like.hamlets)))
    records = list(found)
    for record in records:
        record.retired = None
    return tuple(record.id for record in records)


def _there(session: Session, name: str) -> bool:
    return session.scalar(select(HamletRecord.id).where(HamletRecord.name == name)) is not None


def _indicators(session: Session, like: Likeness) -> None:
    year = like.period.last.year
    keep_set(session, set_of(SET), year, with_targets=False)
    found = {one.code: one for one in session.scalars(select(IndicatorRecord))}
    for code, level in like.targets:
        base = Base(found[code].base)
        draft = TargetDraft(level, base, like.source)
        keep_target(session, IndicatorId(found[code].id), year, draft)
    told = {one.code for one in like.values} | {code for code, _level in like.targets}
    told |= set(like.counted)
    for code, record in found.items():
        of_dossiers = record.computed in DOSSIERS and like.counts.received
        record.retired = code not in told and not of_dossiers
    for one in like.values:
        record = found[one.code]
        draft_value = ValueDraft(
            parse_amount(one.text, Unit(record.unit)),
            one.base or Base(record.base),
            evidence=Evidence(like.source),
            note=one.note,
        )
        keep_value(session, like.period, (IndicatorId(record.id), None), draft_value)
    for topic, text in like.remarks.items():
        keep_remark(session, like.period, topic, text)
