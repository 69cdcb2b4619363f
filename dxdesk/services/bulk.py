"""One act on many dossiers: looked at first, done as one action, taken back as one.

What an act does and when it is refused is said once, by its `Deed`; here it is only done to each
dossier in turn, so that many at once and one by one cannot differ.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import DossierRecord
from dxdesk.desk import Desk
from dxdesk.domain.act import RULE_OF, Act
from dxdesk.domain.dossier import DossierId
from dxdesk.domain.rights import RIGHT_OF_ACT
from dxdesk.errors import DeskError, InputError
from dxdesk.reports.wording import dossiers
from dxdesk.services.acts import clock, course, ends
from dxdesk.services.acts.case import (
    Case,
    Deed,
    check_moment,
    last_resumed,
    moment_of,
    not_in_state,
)
from dxdesk.services.records import label_of
from dxdesk.services.rules import Rules
from dxdesk.services.settings import rules

MOST = 20_000
"""Dossiers in one action: more is a mistake of selection rather than a day's work."""
_BLOCK = 500
GONE = "Không còn trong sổ."
_DEEDS: Mapping[Act, Callable[..., Deed]] = {
    Act.HAND_OVER: course.hand_over_to,
    Act.REQUEST_SUPPLEMENT: clock.supplement_request,
    Act.AWAIT_PAYMENT: clock.payment_wait,
    Act.SUSPEND: clock.suspension,
    Act.RESUME: clock.resumption,
    Act.FINISH: ends.result_ready,
    Act.RETURN: ends.result_return,
    Act.APOLOGISE: course.apology,
    Act.CLOSE: ends.closing,
}
ACTS = (Act.ACCEPT, *_DEEDS)
"""What can be done to many at once; the others want a reason of their own for each dossier."""
Progress = Callable[[int, int], None]
_OF_ONE = re.compile(r" \([^)]*\)")
"""What a refusal says of this dossier alone: without it, equal reasons can be counted."""


class CancelledError(DeskError):
    def __init__(self) -> None:
        super().__init__("Đã dừng; chưa hồ sơ nào thay đổi.")


@dataclass(frozen=True, slots=True)
class Skipped:
    """A dossier that an act on many passes over, and why."""

    id: DossierId
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What an act would do to a selection, or what it has done."""

    act: Act
    fitting: tuple[DossierId, ...]
    skipped: tuple[Skipped, ...]

    def reasons(self) -> list[tuple[str, int]]:
        """Each reason and how many are skipped for it, the most frequent first."""
        return Counter(one.reason for one in self.skipped).most_common()


def deed_of(desk: Desk, act: Act, given: Mapping[str, Any]) -> Deed:
    """*act* with all that it asks for; InputError names what is wrong or missing."""
    if act is Act.ACCEPT:
        return course.acceptance(by=desk.officer)
    if act not in _DEEDS:
        raise InputError(f"“{RULE_OF[act].title}” chỉ làm được với từng hồ sơ một.")
    return _DEEDS[act](**given)


def preview(
    desk: Desk,
    act: Act,
    ids: Sequence[int],
    given: Mapping[str, Any],
    *,
    at: datetime | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Plan:
    """Which of *ids* the act fits and why the others are skipped; nothing is written."""
    run = _run(desk, act, ids, given, at=at, cancelled=cancelled)
    with desk.reading() as session:
        return run.over(desk, session, ids, lambda _case: None)


def perform(
    desk: Desk,
    act: Act,
    ids: Sequence[int],
    given: Mapping[str, Any],
    *,
    at: datetime | None = None,
    cancelled: Callable[[], bool] | None = None,
    progress: Progress | None = None,
) -> Plan:
    """Do *act* to those of *ids* that it fits, as one action; the others stay untouched.

    CancelledError leaves everything as it was; so does any other error.
    """
    run = _run(desk, act, ids, given, at=at, cancelled=cancelled, progress=progress)
    with desk.reading() as session:
        plan = replace(run, progress=_untold).over(desk, session, ids, lambda _case: None)
    if not plan.fitting:
        raise DeskError(f"Không hồ sơ nào trong số đã chọn làm được “{RULE_OF[act].title}”.")
    with desk.act(
        f"{RULE_OF[act].title}: {dossiers(len(plan.fitting))}", right=RIGHT_OF_ACT[act]
    ) as session:
        done = run.over(desk, session, plan.fitting, run.deed.do)
        if len(done.fitting) != len(plan.fitting):
            raise DeskError(
                "Chưa làm gì: trong lúc chờ, quầy khác vừa thay đổi một số hồ sơ đã chọn. "
                "Hãy xem lại danh sách rồi làm lại."
            )
    return plan


def _run(
    desk: Desk,
    act: Act,
    ids: Sequence[int],
    given: Mapping[str, Any],
    *,
    at: datetime | None,
    cancelled: Callable[[], bool] | None,
    progress: Progress | None = None,
) -> "_Run":
    if len(ids) > MOST:
        raise InputError(
            f"Đã chọn {dossiers(len(ids))}; mỗi lần làm được nhiều nhất {dossiers(MOST)}. Hãy lọc "
            "hẹp lại rồi chọn."
        )
    deed = deed_of(desk, act, given)
    return _Run(deed, moment_of(desk, at), cancelled or _never, progress or _untold)


def _never() -> bool:
    return False


def _untold(_done: int, _total: int) -> None:
    """Nobody asked how far it is."""


@dataclass(frozen=True, slots=True)
class _Run:
    """One pass over the dossiers of a selection, block by block."""

    deed: Deed
    at: datetime
    cancelled: Callable[[], bool]
    progress: Progress

    def over(
        self, desk: Desk, session: Session, ids: Sequence[int], do: Callable[[Case], None]
    ) -> Plan:
        """Hand each dossier that the deed fits to *do*."""
        current = rules(desk, session)
        fitting: list[DossierId] = []
        skipped: list[Skipped] = []
        for start in range(0, len(ids), _BLOCK):
            if self.cancelled():
                raise CancelledError
            block = ids[start : start + _BLOCK]
            with session.no_autoflush:  # a block is logged in one piece
                for dossier_id, case, refused in self._judged(session, block, current):
                    if case is None or refused:
                        label = label_of(case.record) if case else f"số {dossier_id}"
                        skipped.append(Skipped(dossier_id, label, refused))
                    else:
                        do(case)
                        fitting.append(dossier_id)
            session.flush()
            session.expunge_all()
            self.progress(min(start + _BLOCK, len(ids)), len(ids))
        return Plan(self.deed.act, tuple(fitting), tuple(skipped))

    def _judged(
        self, session: Session, ids: Sequence[int], current: Rules
    ) -> Iterator[tuple[DossierId, Case | None, str]]:
        """Each dossier of a block with the reason for which it is skipped, "" for none."""
        found = session.scalars(select(DossierRecord).where(DossierRecord.id.in_(ids)))
        records = {record.id: record for record in found}
        resumed = last_resumed(session, ids)
        for dossier_id in map(DossierId, ids):
            record = records.get(dossier_id)
            if record is None:
                yield dossier_id, None, GONE
                continue
            case = Case(session, record, current, self.at)
            yield dossier_id, case, self._refusal(case, resumed.get(dossier_id))

    def _refusal(self, case: Case, resumed: datetime | None) -> str:
        refused = not_in_state(self.deed.act, case.record)
        if refused is not None:
            return refused
        try:
            check_moment(case, resumed)
            self.deed.check(case)
        except DeskError as error:
            return _OF_ONE.sub("", str(error))
        return ""
