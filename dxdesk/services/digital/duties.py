"""The committee: who is in it on a day, its tasks by state, conclusions that become tasks."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from db.models import CommitteeMemberRecord, DutyRecord, MeetingRecord
from dxdesk.desk import Desk
from dxdesk.domain.duty import DutyCounts, DutyState, last_day, state_of
from dxdesk.domain.ledgers import LEDGER_OF
from dxdesk.domain.period import Period
from dxdesk.domain.rights import Right
from dxdesk.domain.text import clean
from dxdesk.errors import DeskError, InputError
from dxdesk.services import settings
from dxdesk.services.ledgers.entries import read_texts


@dataclass(frozen=True, slots=True)
class Duty:
    id: int
    title: str
    lead: str
    partners: str
    given_on: date
    due_on: date | None
    last_day: date | None
    """Due, moved on where it is a day off."""
    product: str
    progress: str
    done_on: date | None
    evidence: str
    state: DutyState


@dataclass(frozen=True, slots=True)
class Member:
    name: str
    position: str
    role: str


def duties(desk: Desk, period: Period | None = None) -> tuple[Duty, ...]:
    """Tasks as they stood at the end of *period* (today without one), the most urgent first.

    Of a period: those given by its end and not done before it began.
    """
    day = desk.now().date() if period is None else min(period.last, desk.now().date())
    wanted = select(DutyRecord).where(DutyRecord.given_on <= day)
    if period is not None:
        undone = or_(DutyRecord.done_on.is_(None), DutyRecord.done_on >= period.first)
        wanted = wanted.where(undone)
    with desk.reading() as session:
        calendar = settings.rules(desk, session).calendar
        found = [
            _duty(
                one,
                state_of(one.due_on, one.done_on, today=day, calendar=calendar),
                None if one.due_on is None else last_day(one.due_on, calendar),
            )
            for one in session.scalars(wanted)
        ]
    return tuple(sorted(found, key=lambda one: (_RANK[one.state], one.due_on or date.max, one.id)))


_RANK = {
    state: rank
    for rank, state in enumerate(
        (DutyState.OVERDUE, DutyState.SOON, DutyState.OPEN, DutyState.DONE_LATE, DutyState.DONE)
    )
}


def _duty(one: DutyRecord, state: DutyState, last: date | None) -> Duty:
    return Duty(
        id=one.id,
        title=one.title,
        lead=one.lead,
        partners=one.partners,
        given_on=one.given_on,
        due_on=one.due_on,
        last_day=last,
        product=one.product,
        progress=one.progress,
        done_on=one.done_on,
        evidence=one.evidence,
        state=state,
    )


def duty_counts(desk: Desk, period: Period) -> DutyCounts:
    states = [one.state for one in duties(desk, period)]
    return DutyCounts(len(states), **{one.value: states.count(one) for one in DutyState})


def pressing(desk: Desk) -> tuple[int, int]:
    """Tasks overdue today and near: what the start page reminds of."""
    states = [one.state for one in duties(desk)]
    return states.count(DutyState.OVERDUE), states.count(DutyState.SOON)


def members(desk: Desk, day: date) -> tuple[Member, ...]:
    """Who was in the committee on *day*, in the order of entry: the head comes first."""
    there = or_(CommitteeMemberRecord.until.is_(None), CommitteeMemberRecord.until >= day)
    statement = (
        select(CommitteeMemberRecord)
        .where(CommitteeMemberRecord.since <= day, there)
        .order_by(CommitteeMemberRecord.id)
    )
    with desk.reading() as session:
        return tuple(Member(m.name, m.position, m.role) for m in session.scalars(statement))


def meetings(desk: Desk, period: Period) -> int:
    within = MeetingRecord.day.between(period.first, period.last)
    with desk.reading() as session:
        return len(session.scalars(select(MeetingRecord.id).where(within)).all())


def assign(desk: Desk, meeting_id: int) -> int:
    """Tasks of a meeting's conclusions, one a line (`what; lead; deadline`); how many.

    Lines that are a task of this meeting already are passed over. InputError names the line that
    cannot be read; then nothing is written.
    """
    ledger = LEDGER_OF["duties"]
    with desk.act("Giao việc từ kết luận cuộc họp", right=Right.RECORD) as session:
        meeting = session.get(MeetingRecord, meeting_id)
        if meeting is None:
            raise DeskError("Cuộc họp này không còn trong sổ; hãy đọc lại dữ liệu (F5).")
        lines = [clean(line).lstrip("-–+• ") for line in meeting.conclusions.splitlines()]
        new = [(n, line) for n, line in enumerate(lines, 1) if line]
        had = _titles(session, meeting_id)
        made = 0
        for number, line in new:
            texts = _task_texts(number, line, meeting)
            if texts["title"] in had:
                continue
            values = _read(desk, session, number, texts)
            values["meeting_id"] = meeting_id
            session.add(DutyRecord(**values))
            made += 1
        if not made:
            raise DeskError(
                f"Không có kết luận nào chưa giao; hãy ghi kết luận ở sổ “{ledger.title}” của "
                "cuộc họp, mỗi dòng một việc."
                if had
                else "Cuộc họp này chưa ghi kết luận; hãy sửa cuộc họp, mỗi dòng một việc."
            )
        return made


def _titles(session: Session, meeting_id: int) -> set[str]:
    wanted = select(DutyRecord.title).where(DutyRecord.meeting_id == meeting_id)
    return set(session.scalars(wanted))


def _task_texts(number: int, line: str, meeting: MeetingRecord) -> dict[str, str]:
    parts = [part.strip() for part in line.split(";")]
    if len(parts) == 1 or not parts[1]:
        raise InputError(
            f"Kết luận dòng {number}: chưa ghi ai chủ trì; hãy viết “việc; chủ trì; hạn”."
        )
    due = parts[2].removeprefix("hạn").strip() if len(parts) > 2 else ""  # noqa: PLR2004 - the third part
    return {
        "title": parts[0],
        "lead": parts[1],
        "due_on": due,
        "given_on": f"{meeting.day:%d/%m/%Y}",
        "source": meeting.document,
    }


def _read(desk: Desk, session: Session, number: int, texts: dict[str, str]) -> dict[str, object]:
    try:
        return dict(read_texts(desk, session, LEDGER_OF["duties"], texts))
    except InputError as error:
        raise InputError(f"Kết luận dòng {number}: {error}") from error
