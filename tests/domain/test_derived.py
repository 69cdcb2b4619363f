"""What is computed from the facts at each write: search text, order, long-running."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from dxdesk.domain.channel import Channel
from dxdesk.domain.derived import LONG, derive, search_text
from dxdesk.domain.dossier import DayOnly
from dxdesk.domain.outcome import LATE, EarlyRule
from dxdesk.domain.state import Ending, State, StopKind
from tests.domain.days import calendar_of

RECEIVED = datetime(2026, 3, 9, 8)
MINUTE = timedelta(minutes=1)


@dataclass
class Facts:
    code: str | None = None
    submitted_at: datetime | None = None
    received_at: datetime | None = RECEIVED
    due_at: datetime | None = None
    limit_kind: str | None = None
    day_only: int = 0
    owner_name: str = "Trần Văn Đức"
    owner_phone: str = ""
    owner_id_no: str = ""
    applicant_name: str = ""
    applicant_phone: str = ""
    applicant_id_no: str = ""
    declined_at: datetime | None = None
    void_at: datetime | None = None
    processing_since: datetime | None = None
    stopped_since: datetime | None = None
    stop_kind: StopKind | None = None
    finished_at: datetime | None = None
    ending: Ending | None = None
    returned_at: datetime | None = None


def test_a_dossier_is_long_running_until_it_ends_within_the_span() -> None:
    calendar = calendar_of()
    assert derive(Facts(), calendar).long_running
    assert not derive(Facts(finished_at=RECEIVED + LONG), calendar).long_running
    assert derive(Facts(finished_at=RECEIVED + LONG + MINUTE), calendar).long_running


def test_it_arrives_when_received_else_when_submitted() -> None:
    sent = RECEIVED - timedelta(days=1)
    assert derive(Facts(submitted_at=sent), calendar_of()).arrived_at == RECEIVED
    waiting = derive(Facts(submitted_at=sent, received_at=None), calendar_of())
    assert (waiting.arrived_at, waiting.state) == (sent, State.AWAITING_ACCEPTANCE)


def test_a_dossier_without_any_moment_is_a_bug() -> None:
    with pytest.raises(ValueError, match="moment"):
        derive(Facts(received_at=None), calendar_of())


def test_the_outcome_stands_once_it_is_finished() -> None:
    due = datetime(2026, 3, 16, 8)
    open_one = Facts(due_at=due)
    assert derive(open_one, calendar_of()).outcome is None
    late = replace(open_one, finished_at=due + MINUTE, ending=Ending.RESULT)
    assert derive(late, calendar_of()).outcome == LATE
    by_day = replace(late, day_only=int(DayOnly.FINISHED))
    assert derive(by_day, calendar_of()).outcome == 0
    same_day = replace(open_one, limit_kind="same_day", finished_at=due - MINUTE)
    assert derive(same_day, calendar_of()).outcome == sum(rule.bit for rule in EarlyRule)


def test_the_search_text_keeps_its_parts_apart_and_repeats_nothing() -> None:
    facts = Facts(
        code="H99.12-260309-0001",
        owner_phone="0912345678",
        applicant_name="Lê Thị Hồng",
        applicant_phone="0912345678",
    )
    assert search_text(facts) == "h99.12-260309-0001|tran van duc|0912345678|le thi hong|"


def test_channels_group_the_online_levels_and_leave_the_unknown_alone() -> None:
    online = {channel for channel in Channel if channel.group is Channel.ONLINE}
    assert online == {Channel.ONLINE, Channel.ONLINE_PARTIAL, Channel.ONLINE_FULL}
    assert all(c.group is c for c in Channel if not c.is_online)
    assert {c.group_label for c in online} == {"Trực tuyến"}
    assert len({channel.label for channel in Channel}) == len(Channel)
