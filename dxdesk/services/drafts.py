"""A draft before it becomes a dossier: tidied, and checked without looking at other dossiers."""

from dataclasses import replace
from datetime import datetime

from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import Draft, Person
from dxdesk.domain.ids import clean_id_no, clean_phone
from dxdesk.domain.paper import HandedPaper
from dxdesk.domain.text import clean, clean_lines
from dxdesk.errors import InputError
from dxdesk.services.correctable import MOST_COPIES, MOST_FEE, MOST_MINUTES


def check(draft: Draft, now: datetime) -> None:
    """InputError names the first field that cannot be so."""
    if not draft.owner.name:
        raise InputError("Chủ hồ sơ: chưa có tên; hãy nhập họ tên người hoặc tên tổ chức.")
    if draft.channel is Channel.UNKNOWN:
        raise InputError("Kênh tiếp nhận: chưa chọn; hãy chọn kênh mà hồ sơ đã đến.")
    if draft.awaits_acceptance and not draft.channel.is_online:
        raise InputError("Kênh tiếp nhận: chỉ hồ sơ trực tuyến mới ở trạng thái chờ tiếp nhận.")
    _check_numbers(draft)
    _check_moments(draft, now)


def _check_numbers(draft: Draft) -> None:
    if not 1 <= draft.copies <= MOST_COPIES:
        raise InputError(f"Số bộ hồ sơ: phải từ 1 đến {MOST_COPIES}, không phải {draft.copies}.")
    if draft.fee is not None and not 0 <= draft.fee <= MOST_FEE:
        raise InputError(
            f"Phí, lệ phí: phải từ 0 đến {MOST_FEE} đồng, không phải {draft.fee}; hãy nhập lại."
        )
    minutes = draft.assisted_minutes
    if minutes is not None and not 0 <= minutes <= MOST_MINUTES:
        raise InputError(
            f"Số phút nhập giúp: phải từ 0 đến {MOST_MINUTES}, không phải {minutes}; hãy nhập lại."
        )


def _check_moments(draft: Draft, now: datetime) -> None:
    for name, moment in (("tiếp nhận", draft.received_at), ("nộp trực tuyến", draft.submitted_at)):
        if moment is not None and moment > now:
            raise InputError(
                f"Thời điểm {name}: {moment:%d/%m/%Y %H:%M} ở tương lai; hãy nhập thời điểm đã qua."
            )
    if draft.received_at and draft.submitted_at and draft.submitted_at > draft.received_at:
        raise InputError(
            f"Thời điểm nộp trực tuyến ({draft.submitted_at:%d/%m/%Y %H:%M}) phải trước thời điểm "
            f"tiếp nhận ({draft.received_at:%d/%m/%Y %H:%M})."
        )


def cleaned(draft: Draft) -> Draft:
    """Text in NFC, numbers without blanks, moments to the minute."""
    return replace(
        draft,
        code=clean(draft.code).upper(),
        content=clean_lines(draft.content),
        note=clean_lines(draft.note),
        owner=_cleaned_person(draft.owner),
        applicant=_cleaned_person(draft.applicant),
        receipt_no=clean(draft.receipt_no),
        payment=None if draft.fee == 0 else draft.payment,
        assisted_minutes=draft.assisted_minutes if draft.assisted else None,
        papers=tuple(_cleaned_paper(one) for one in draft.papers),
        received_at=_to_minute(draft.received_at),
        submitted_at=_to_minute(draft.submitted_at),
    )


def _cleaned_person(person: Person) -> Person:
    return Person(
        name=clean(person.name),
        id_no=clean_id_no(clean(person.id_no)),
        phone=clean_phone(clean(person.phone)),
        address=clean(person.address),
    )


def _cleaned_paper(paper: HandedPaper) -> HandedPaper:
    return replace(paper, name=clean(paper.name), number=max(1, paper.number))


def _to_minute(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.replace(second=0, microsecond=0)
