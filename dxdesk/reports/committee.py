"""Report to the steering committee, and the closing sheet of a campaign, as official documents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from dxdesk.domain.duty import DutyState
from dxdesk.domain.office import Office
from dxdesk.reports.letter import Letter, LetterTable, numbered
from dxdesk.reports.wording import committee_name, count_text

COMMITTEE = "Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số"
UNKNOWN = "—"


@dataclass(frozen=True, slots=True)
class Task:
    title: str
    lead: str
    last_day: date | None
    state: DutyState
    told: str
    """Evidence, else how it stands."""


@dataclass(frozen=True, slots=True)
class CommitteeFacts:
    office: Office
    now: datetime
    first: date
    last: date
    meetings: int
    members: int
    tasks: tuple[Task, ...]
    sentences: tuple[str, ...]
    """What teams, outreach and documents did in the period."""


@dataclass(frozen=True, slots=True)
class CampaignFacts:
    office: Office
    now: datetime
    name: str
    first: date
    last: date
    goal: str
    target: int | None
    result: str
    measures: tuple[str, ...]
    days: tuple[tuple[date, tuple[int | None, ...]], ...]
    sums: tuple[int | None, ...]
    unnoted: tuple[date, ...]


_SECTIONS = (
    ("Nhiệm vụ quá hạn, chưa hoàn thành", (DutyState.OVERDUE,)),
    ("Nhiệm vụ hoàn thành trong kỳ", (DutyState.DONE, DutyState.DONE_LATE)),
    ("Nhiệm vụ đang thực hiện, sắp tới", (DutyState.SOON, DutyState.OPEN)),
)


def committee_letter(facts: CommitteeFacts) -> Letter:
    parts = [
        (title, _tasks([one for one in facts.tasks if one.state in states]))
        for title, states in _SECTIONS
        if any(one.state in states for one in facts.tasks)
    ]
    return Letter(
        kind="BÁO CÁO",
        subject=f"Kết quả thực hiện nhiệm vụ chuyển đổi số từ ngày {facts.first:%d/%m/%Y} "
        f"đến ngày {facts.last:%d/%m/%Y}",
        addressee=f"Kính gửi: {COMMITTEE}",
        opening=_opening(facts),
        parts=numbered(parts),
        closing=f"Trên đây là báo cáo của {committee_name(facts.office)}, số liệu tính đến "
        f"{facts.now:%H:%M ngày %d/%m/%Y}./.",
    )


def _opening(facts: CommitteeFacts) -> tuple[str, ...]:
    states = [one.state for one in facts.tasks]
    done = states.count(DutyState.DONE) + states.count(DutyState.DONE_LATE)
    what = (
        f"Ban Chỉ đạo có {facts.members} thành viên, trong kỳ họp {facts.meetings} lần. Có "
        f"{count_text(len(states))} nhiệm vụ: hoàn thành {done} (trong đó sau hạn "
        f"{states.count(DutyState.DONE_LATE)}), quá hạn chưa xong "
        f"{states.count(DutyState.OVERDUE)}, sắp đến hạn {states.count(DutyState.SOON)}, đang "
        f"thực hiện {states.count(DutyState.OPEN)}."
    )
    return what, *facts.sentences


def _tasks(tasks: Iterable[Task]) -> LetterTable:
    heads = (
        ("STT", 11),
        ("Nhiệm vụ", 62),
        ("Chủ trì", 32),
        ("Hạn", 22),
        ("Kết quả", 38),
    )
    rows = (
        (
            str(number),
            one.title,
            one.lead,
            UNKNOWN if one.last_day is None else f"{one.last_day:%d/%m/%Y}",
            f"{one.state.label}. {one.told}".strip(),
        )
        for number, one in enumerate(tasks, start=1)
    )
    return LetterTable(heads, tuple(rows))


def campaign_letter(facts: CampaignFacts) -> Letter:
    span = f"từ ngày {facts.first:%d/%m/%Y} đến ngày {facts.last:%d/%m/%Y}"
    heads = (("Ngày", 30), *((title, 33) for title in facts.measures))
    rows = [(f"{day:%d/%m/%Y}", *_numbers(numbers)) for day, numbers in facts.days]
    table = LetterTable(heads, (*rows, ("Cộng", *_numbers(facts.sums))))
    return Letter(
        kind="BÁO CÁO",
        subject=f"Tổng kết {facts.name}",
        addressee=f"Kính gửi: {COMMITTEE}",
        opening=tuple(filter(None, (f"Chiến dịch thực hiện {span}.", *_results(facts)))),
        parts=(("Số liệu từng ngày", table),),
        closing=f"Trên đây là báo cáo tổng kết của {committee_name(facts.office)}./.",
    )


def _results(facts: CampaignFacts) -> tuple[str, ...]:
    goal = "; ".join(facts.goal.splitlines())
    told = f"Mục tiêu: {goal}." if goal else ""
    guided = facts.sums[1]
    reached = "Chưa có số người được hướng dẫn."
    if guided is not None:
        reached = f"Đã hướng dẫn {count_text(guided)} lượt người"
        if facts.target:
            reached += f", chỉ tiêu giao {count_text(facts.target)}"
        reached += "."
    days = ", ".join(f"{day:%d/%m}" for day in facts.unnoted)
    missing = f"Chưa có số của {len(facts.unnoted)} ngày: {days}." if days else ""
    return told, reached, missing, facts.result.replace("\n", " ")


def _numbers(numbers: Sequence[int | None]) -> tuple[str, ...]:
    return tuple(UNKNOWN if one is None else count_text(one) for one in numbers)
