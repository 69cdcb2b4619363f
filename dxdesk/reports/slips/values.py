"""What may stand on a slip: the values and rows that the forms name."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from dxdesk.domain.dossier import DayOnly, Dossier
from dxdesk.domain.office import Office
from dxdesk.domain.paper import missing, supplement_words
from dxdesk.domain.slip import Apology, Pause, SlipSubject
from dxdesk.domain.state import StopKind
from dxdesk.domain.wording import SlipWording
from dxdesk.reports.slips.words import (
    fee_words,
    moment_words,
    stored_moment,
)
from dxdesk.reports.wording import count_text, short_moment

_NUMBERED = re.compile(r"^\s*\d+[.)]\s*")
_MOVES = 5
"""Hand-overs that a control slip has room for at least."""
_DOTS, _LATER = "…………", "…… giờ …… phút, ngày …… tháng …… năm ………"
_SIGNS = "Người giao\n\nNgười nhận\n"
_OUTCOMES = {"early": "Trước hạn", "on_time": "Đúng hạn", "late": "Quá hạn"}


@dataclass(frozen=True, slots=True)
class SlipContext:
    """One slip to fill in: about one dossier, or a list about several."""

    office: Office
    wording: SlipWording
    now: datetime
    officer: str
    subjects: tuple[SlipSubject, ...]

    @property
    def subject(self) -> SlipSubject:
        return self.subjects[0]

    @property
    def dossier(self) -> Dossier:
        return self.subjects[0].dossier

    @property
    def request(self) -> Pause | None:
        """The last request for a supplement."""
        requests = self.requests
        return requests[-1] if requests else None

    @property
    def requests(self) -> list[Pause]:
        return [one for one in self.subject.pauses if one.kind is StopKind.SUPPLEMENT]

    @property
    def apology(self) -> Apology | None:
        return self.subject.apologies[-1] if self.subject.apologies else None


Value = Callable[[SlipContext], str]


def _of(name: str) -> Value:
    return lambda context: str(getattr(context.dossier, name) or "")


def _owner(name: str) -> Value:
    return lambda context: str(getattr(context.dossier.owner, name))


def _moment(name: str, flag: DayOnly) -> Value:
    return lambda context: stored_moment(context.dossier, name, flag)


def _request_reason(context: SlipContext) -> str:
    """The reason, unless it only repeats the list of what is missing."""
    reason = context.request.reason if context.request else ""
    if not missing(context.subject.papers) or reason == supplement_words(context.subject.papers):
        return ""
    return " ".join(reason.split())


def _procedure(context: SlipContext) -> str:
    code = context.dossier.procedure_code
    return f"{context.dossier.procedure} ({code})" if code else context.dossier.procedure


def _total_fee(context: SlipContext) -> str:
    fees = [one.dossier.fee for one in context.subjects]
    known = [fee for fee in fees if fee is not None]
    unknown = len(fees) - len(known)
    told = f"; chưa ghi mức phí: {count_text(unknown)} hồ sơ" if unknown else ""
    return f"{count_text(sum(known))} đồng{told}"


VALUES: Mapping[str, Value] = {
    "blank": lambda _: "",
    "desk_name": lambda context: context.office.desk_name,
    "office": lambda context: context.office.name,
    "contact": lambda context: context.wording.contact,
    "owner": _owner("name"),
    "id_no": _owner("id_no"),
    "address": _owner("address"),
    "phone": _owner("phone"),
    "email": lambda _: "",
    "applicant": lambda context: context.dossier.applicant.name,
    "giver": lambda context: context.dossier.applicant.name or context.dossier.owner.name,
    "procedure": _procedure,
    "content": _of("content"),
    "copies": lambda context: count_text(context.dossier.copies),
    "limit": lambda context: context.dossier.limit.text if context.dossier.limit else "",
    "submitted_at": _moment("submitted_at", DayOnly.SUBMITTED),
    "received_at": _moment("received_at", DayOnly.RECEIVED),
    "due_at": _moment("due_at", DayOnly.DUE),
    "delivery": lambda c: "" if c.dossier.delivery is None else c.dossier.delivery.label,
    "fee": lambda context: fee_words(context.dossier.fee),
    "book_year": _of("book_year"),
    "book_number": lambda context: f"{context.dossier.book_number:06}",
    "code": lambda context: context.dossier.code,
    "code_or_book": lambda context: context.dossier.code or context.dossier.book,
    "received_by": _of("received_by"),
    "officer": lambda context: context.officer,
    "unit": _of("unit"),
    "channel": lambda context: context.dossier.channel.label,
    "reason": lambda context: " ".join(context.dossier.reason.split()),
    "declined_at": lambda context: moment_words(context.dossier.declined_at),
    "stopped_at": lambda context: moment_words(context.dossier.finished_at),
    "requested_at": lambda c: moment_words(c.request.stopped_at) if c.request else "",
    "request_number": lambda context: str(len(context.requests)),
    "request_reason": _request_reason,
    "apology_reason": lambda c: " ".join(c.apology.reason.split()) if c.apology else "",
    "apology_due_at": lambda c: moment_words(c.apology.due_at) if c.apology else "",
    "promised_at": lambda c: moment_words(c.apology.promised_at) if c.apology else "",
    "number_of_dossiers": lambda context: count_text(len(context.subjects)),
    "sum_of_copies": lambda c: count_text(sum(one.dossier.copies for one in c.subjects)),
    "sum_of_fees": _total_fee,
}

EVENTS: Mapping[str, Callable[[SlipContext], datetime | None]] = {
    "received_at": lambda context: context.dossier.received_at,
    "declined_at": lambda context: context.dossier.declined_at,
    "stopped_at": lambda context: context.dossier.finished_at,
    "requested_at": lambda context: context.request.stopped_at if context.request else None,
    "apologised_at": lambda context: context.apology.at if context.apology else None,
    "now": lambda context: context.now,
}
"""The moment that dates a slip."""

Row = Mapping[str, str]


def _papers(context: SlipContext) -> Iterable[Row]:
    """What was handed in; what is missing is on the request for it, not on the receipt."""
    absent = set(missing(context.subject.papers))
    for paper in context.subject.papers:
        if paper not in absent and (paper.always or paper.form is not None):
            form = "" if paper.form is None else paper.form.label
            yield {"name": paper.name, "form": form, "number": f"{paper.number:02}"}


def _handed_lines(context: SlipContext) -> Iterable[Row]:
    for row in _papers(context):
        form = f" ({row['form'].lower()})" if row["form"] else ""
        yield {"line": f"{row['name']}{form}: {row['number']}"}


def _requests(context: SlipContext) -> Iterable[Row]:
    """Papers that are missing, else the lines of the reason."""
    papers = missing(context.subject.papers)
    if papers:
        for paper in papers:
            more = f" ({paper.number} bản)" if paper.number > 1 else ""
            yield {"line": f"{paper.name}{more}"}
        return
    for line in (context.request.reason if context.request else "").splitlines():
        yield {"line": _NUMBERED.sub("", line)}


def _moves(context: SlipContext) -> Iterable[Row]:
    """Each hand-over that the program knows of; the result stands in the last one."""
    moves = context.subject.moves
    finished = context.dossier.finished_at is not None
    for place, move in enumerate(moves):
        last = place == len(moves) - 1
        outcome = _OUTCOMES.get(context.dossier.outcome or "", "") if last and finished else ""
        yield {
            "names": f"1. Giao: {move.giver or _DOTS}\n2. Nhận: {move.taker or _DOTS}",
            "at": moment_words(move.at),
            "signs": _SIGNS,
            "outcome": outcome,
        }
    for _ in range(_MOVES - len(moves)):
        yield {"names": f"1. Giao: {_DOTS}\n2. Nhận: {_DOTS}", "at": _LATER, "signs": _SIGNS}


def _dossiers(context: SlipContext) -> Iterable[Row]:
    for subject in context.subjects:
        dossier = subject.dossier
        yield {
            "code": f"{dossier.code}\nSổ {dossier.book}" if dossier.code else f"Sổ {dossier.book}",
            "owner": dossier.owner.name,
            "procedure": dossier.procedure,
            "received_at": short_moment(
                dossier.received_at, day_only=DayOnly.RECEIVED in dossier.day_only
            ),
            "due_at": short_moment(dossier.due_at, day_only=DayOnly.DUE in dossier.day_only),
            "copies": count_text(dossier.copies),
            "fee": fee_words(dossier.fee),
            "payment": "" if dossier.payment is None else dossier.payment.label,
            "receipt_no": dossier.receipt_no,
            "note": "",
        }


ROWS: Mapping[str, Callable[[SlipContext], Iterable[Row]]] = {
    "papers": _papers,
    "handed_lines": _handed_lines,
    "requests": _requests,
    "moves": _moves,
    "dossiers": _dossiers,
}
"""What lists and tables have a row for; every table also has the value `index`."""
