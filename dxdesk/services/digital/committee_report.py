"""The report to the committee and the closing sheet of a campaign, from what the ledgers hold."""

from collections.abc import Iterator
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.digital import Digital
from dxdesk.domain.period import Period, month
from dxdesk.reports import committee
from dxdesk.reports.committee import CampaignFacts, CommitteeFacts, Task
from dxdesk.reports.wording import count_text
from dxdesk.services.digital import duties, outreach
from dxdesk.services.digital.figures import digital
from dxdesk.services.report_wordings import COMMITTEE, office_of


def write(desk: Desk, path: Path, period: Period | None = None) -> None:
    """The report of *period* (this month without one) as .pdf or .docx."""
    today = desk.now().date()
    period = period or month(today.year, today.month)
    found = facts(desk, period)
    committee.write(committee.committee_letter(found), found.office, found.now, path)


def facts(desk: Desk, period: Period) -> CommitteeFacts:
    last = min(period.last, desk.now().date())
    tasks = tuple(
        Task(one.title, one.lead, one.last_day, one.state, one.evidence or one.progress)
        for one in duties.duties(desk, period)
    )
    return CommitteeFacts(
        office=office_of(desk, COMMITTEE),
        now=desk.now(),
        first=period.first,
        last=last,
        meetings=duties.meetings(desk, period),
        members=len(duties.members(desk, last)),
        tasks=tasks,
        sentences=tuple(sentences(digital(desk, period))),
    )


def sentences(found: Digital) -> Iterator[str]:
    """What teams, outreach and documents did, in words; what is not known is left unsaid."""
    teams = found.teams
    told = (
        f"Có {count_text(teams.teams)} tổ công nghệ số cộng đồng với {count_text(teams.members)} "
        f"thành viên, ở {teams.coverage.covered}/{teams.coverage.hamlets} tổ dân phố; trong kỳ "
        f"{count_text(teams.activities)} hoạt động"
    )
    yield told + (_guided(teams.guided) if teams.guided is not None else "") + "."
    if teams.inactive:
        yield f"{len(teams.inactive)} tổ không có hoạt động nào trong kỳ."
    events = found.outreach
    told = f"Tuyên truyền: {count_text(events.events)} hoạt động"
    reach = "" if events.reach is None else f", {count_text(events.reach)} lượt người tiếp cận"
    yield f"{told}{reach}."
    out = found.outgoing
    if out.signed is not None:
        yield (
            f"Văn bản đi: {count_text(out.total)}, ký số {out.signed_rate.shown} "
            f"({out.signed_rate.exact} văn bản biết rõ)."
        )


def _guided(number: int) -> str:
    return f", hướng dẫn {count_text(number)} lượt người"


def write_campaign(desk: Desk, campaign_id: int, path: Path) -> None:
    """The closing sheet of a campaign as .pdf or .docx."""
    one = outreach.campaign(desk, campaign_id)
    found = CampaignFacts(
        office=office_of(desk, COMMITTEE),
        now=desk.now(),
        name=one.name,
        first=one.first_on,
        last=one.last_on,
        goal=one.goal,
        target=one.target,
        result=one.result,
        measures=tuple(title for _, title in outreach.MEASURES),
        days=one.days,
        sums=one.sums,
        unnoted=one.unnoted,
    )
    committee.write(committee.campaign_letter(found), found.office, found.now, path)
