"""The report to the committee and the closing sheet of a campaign, from what the ledgers hold."""

from collections.abc import Iterator
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.digital import Digital, TeamCounts
from dxdesk.domain.figures import Rate
from dxdesk.domain.period import Period, month
from dxdesk.reports import committee
from dxdesk.reports.committee import CampaignFacts, CommitteeFacts, Task
from dxdesk.reports.letter_file import write_letter_file
from dxdesk.reports.wording import count_text, fraction_text
from dxdesk.services.digital import duties, outreach
from dxdesk.services.digital.figures import digital
from dxdesk.services.report_wordings import COMMITTEE, office_of


def write(desk: Desk, path: Path, period: Period | None = None) -> None:
    """The report of *period* (this month without one) as .pdf, .docx or .xlsx."""
    today = desk.now().date()
    period = period or month(today.year, today.month)
    found = facts(desk, period)
    write_letter_file(committee.committee_letter(found), found.office, found.now, path)


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
    yield from _of_teams(found.teams)
    events = found.outreach
    if events.events:
        reach = "" if events.reach is None else f", {count_text(events.reach)} lượt người tiếp cận"
        forms = "; ".join(
            f"{name.lower() if name != 'Nhóm Zalo' else 'nhóm Zalo'} {count_text(number)}"
            for name, number, _reached in events.by_form
        )
        yield f"Tuyên truyền: {count_text(events.events)} hoạt động ({forms}){reach}."
    yield from _of_documents(found)


def _of_teams(teams: TeamCounts) -> Iterator[str]:
    if not teams.teams:
        return
    members = f" với {count_text(teams.members)} thành viên" if teams.members else ""
    told = (
        f"Có {count_text(teams.teams)} tổ công nghệ số cộng đồng{members}, ở "
        f"{teams.coverage.covered}/{teams.coverage.hamlets} tổ dân phố, thôn; trong kỳ "
    )
    if not teams.activities:
        yield f"{told}chưa ghi hoạt động nào."
        return
    told += f"{count_text(teams.activities)} hoạt động"
    yield told + (_guided(teams.guided) if teams.guided is not None else "") + "."
    if teams.inactive:
        yield f"{len(teams.inactive)} tổ không có hoạt động nào trong kỳ."


def _of_documents(found: Digital) -> Iterator[str]:
    both = (found.incoming, found.outgoing)
    base = sum(one.network_base for one in both)
    if base:
        network = Rate(sum(one.network or 0 for one in both), base)
        yield (
            f"Văn bản đến {count_text(found.incoming.total)}, văn bản đi "
            f"{count_text(found.outgoing.total)}; xử lý trên môi trường mạng "
            f"{_of_known(network)}."
        )
    out = found.outgoing
    if out.signed is not None and out.signed_base:
        yield f"Văn bản đi ký số {_of_known(out.signed_rate)}."


def _of_known(rate: Rate) -> str:
    return f"{rate.shown} ({fraction_text(rate)} văn bản biết rõ)"


def _guided(number: int) -> str:
    return f", hướng dẫn {count_text(number)} lượt người"


def write_campaign(desk: Desk, campaign_id: int, path: Path) -> None:
    """The closing sheet of a campaign as .pdf, .docx or .xlsx."""
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
    write_letter_file(committee.campaign_letter(found), found.office, found.now, path)
