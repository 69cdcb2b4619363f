"""What teams, outreach, documents and the committee did in a period, for the report in prose."""

from collections.abc import Iterator

from sqlalchemy import or_, select

from db.models import CampaignRecord, PilotRecord, SystemRecord
from dxdesk.desk import Desk
from dxdesk.domain.digital import Digital
from dxdesk.domain.period import Period
from dxdesk.reports.wording import count_text
from dxdesk.services.digital import duties
from dxdesk.services.digital.committee_report import sentences
from dxdesk.services.digital.figures import digital


def work_sentences(desk: Desk, period: Period) -> tuple[str, ...]:
    """Sentences about what was logged; nothing of a ledger that nobody keeps."""
    found = digital(desk, period)
    return (
        *_committee(desk, period),
        *_tasks(found),
        *sentences(found),
        *_running(desk, period),
        *_systems(desk, period),
    )


def _committee(desk: Desk, period: Period) -> Iterator[str]:
    members = duties.members(desk, period.last)
    if len(members) > 1:
        heads = [one.position for one in members if one.role.startswith("Trưởng ban")]
        led = f", trưởng ban là {heads[0]}" if heads and heads[0] else ""
        yield f"Ban Chỉ đạo gồm {count_text(len(members))} thành viên{led}."
    held = duties.meetings(desk, period)
    if held:
        yield f"Ban Chỉ đạo họp {count_text(held)} lần trong kỳ."


def _tasks(found: Digital) -> Iterator[str]:
    tasks = found.duties
    if tasks.total:
        yield (
            f"Ban Chỉ đạo có {count_text(tasks.total)} nhiệm vụ: đã xong {count_text(tasks.done)}, "
            f"trong đó xong sau hạn {count_text(tasks.done_late)}; đang làm "
            f"{count_text(tasks.open)}; quá hạn {count_text(tasks.overdue)}."
        )


def _running(desk: Desk, period: Period) -> Iterator[str]:
    """Campaigns and pilot models that ran in the period; without a first day they always did."""
    with desk.reading() as session:
        found: list[CampaignRecord | PilotRecord] = [
            *session.scalars(select(CampaignRecord).order_by(CampaignRecord.id)),
            *session.scalars(select(PilotRecord).order_by(PilotRecord.id)),
        ]
        return iter([_told_of(one) for one in found if _ran(one, period)])


def _ran(one: CampaignRecord | PilotRecord, period: Period) -> bool:
    begun = one.first_on is None or one.first_on <= period.last
    return begun and (one.last_on is None or one.last_on >= period.first)


def _told_of(one: CampaignRecord | PilotRecord) -> str:
    kind = "Chiến dịch" if isinstance(one, CampaignRecord) else "Mô hình thí điểm"
    since = f" từ ngày {one.first_on:%d/%m/%Y}" if one.first_on else ""
    until = f" đến ngày {one.last_on:%d/%m/%Y}" if one.last_on else ""
    result = " ".join(one.result.split())
    return f"{kind} “{one.name}”{since}{until}{f': {result}' if result else ''}."


def _systems(desk: Desk, period: Period) -> Iterator[str]:
    used = or_(SystemRecord.until.is_(None), SystemRecord.until > period.last)
    with desk.reading() as session:
        names = session.scalars(select(SystemRecord.name).where(used).order_by(SystemRecord.id))
        told = "; ".join(names)
    if told:
        yield f"Các hệ thống, phần mềm đang dùng: {told}."
