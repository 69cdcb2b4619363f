"""One dossier as groups of labelled facts: what is shown, apart from how."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dxdesk.domain.course import Span
from dxdesk.domain.dossier import DayOnly, Dossier, Person
from dxdesk.domain.masking import masked
from dxdesk.domain.paper import HandedPaper
from dxdesk.domain.state import Ending
from ui.dossiers.clock_strip import course_text
from ui.dossiers.matching import short_name
from ui.dossiers.moments import moment_text
from ui.dossiers.numbers import money_text

UNKNOWN = "—"
PAPERS = "Thành phần hồ sơ"
_NO_PAPERS = (("Giấy tờ", "Chưa có danh sách"),)
_ENDINGS = {
    Ending.RESULT: "",
    Ending.REFUSED: "Trả lại bằng văn bản",
    Ending.WITHDRAWN: "Công dân rút hồ sơ",
    Ending.STOPPED: "Dừng giải quyết",
    Ending.CLOSED: "Đóng vì không bổ sung",
}
_OUTCOMES = {"early": "trước hạn", "on_time": "đúng hạn", "late": "quá hạn"}


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    rows: tuple[tuple[str, str], ...]
    """Label and value."""


def groups(
    dossier: Dossier,
    papers: Sequence[HandedPaper] = (),
    course: Sequence[Span] = (),
    *,
    numbers: bool = True,
) -> tuple[Group, ...]:
    """*numbers* of citizens whole, or masked."""
    found = [
        Group("Hồ sơ", _request(dossier)),
        Group("Chủ hồ sơ", _person(dossier.owner, hamlet=dossier.hamlet, numbers=numbers)),
    ]
    if dossier.applicant != Person():
        found.append(Group("Người nộp", _person(dossier.applicant, numbers=numbers)))
    found.append(Group("Thời gian", (*_times(dossier), *_waits(dossier, course))))
    found.append(Group(PAPERS, tuple(_paper(one) for one in papers) or _NO_PAPERS))
    return tuple(found)


def _request(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    channel = dossier.channel.label + (", cán bộ nhập giúp" if dossier.assisted else "")
    return (
        ("Mã hồ sơ", dossier.code or "Chưa có mã"),
        ("Số sổ", dossier.book),
        ("Thủ tục", f"{short_name(dossier.procedure)} ({dossier.procedure_code})"),
        ("Lĩnh vực", dossier.field),
        ("Kênh tiếp nhận", channel),
        *_given(
            ("Nội dung", dossier.content),
            ("Số bộ", str(dossier.copies)),
            ("Phí, lệ phí", money_text(dossier.fee) or "Chưa rõ"),
            ("Loại", _marks(dossier)),
            ("Đơn vị tiếp nhận", dossier.unit),
            ("Ghi chú", dossier.note),
        ),
    )


def _person(person: Person, *, numbers: bool, hamlet: str = "") -> tuple[tuple[str, str], ...]:
    seen = str if numbers else masked
    return (
        ("Họ tên", person.name or UNKNOWN),
        ("Số giấy tờ", seen(person.id_no) or UNKNOWN),
        ("Điện thoại", seen(person.phone) or UNKNOWN),
        ("Địa chỉ", person.address or UNKNOWN),
        *_given(("Tổ dân phố", hamlet)),
    )


def _times(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    finished = _moment(dossier, "finished_at", DayOnly.FINISHED)
    if finished and dossier.outcome:
        finished += f", {_OUTCOMES[dossier.outcome]}"
    ending = "" if dossier.ending is None else _ENDINGS[dossier.ending]
    stopped = moment_text(dossier.stopped_since)
    if stopped and dossier.stop_kind is not None:
        stopped += f" ({dossier.stop_kind.label.lower()})"
    return _given(
        ("Nộp trực tuyến", _moment(dossier, "submitted_at", DayOnly.SUBMITTED)),
        ("Hạn tiếp nhận", moment_text(dossier.acceptance_due_at)),
        ("Tiếp nhận", _by(_moment(dossier, "received_at", DayOnly.RECEIVED), dossier.received_by)),
        ("Thời hạn", "Chưa rõ" if dossier.limit is None else dossier.limit.text),
        ("Hẹn trả", _moment(dossier, "due_at", DayOnly.DUE) or UNKNOWN),
        ("Hẹn lại", moment_text(dossier.promised_at)),
        ("Tạm dừng từ", stopped),
        ("Từ chối lúc", moment_text(dossier.declined_at)),
        ("Hủy lúc", moment_text(dossier.void_at)),
        ("Có kết quả", finished),
        ("Kết thúc", ending),
        ("Trả kết quả", _to(_moment(dossier, "returned_at", DayOnly.RETURNED), dossier)),
        ("Lý do", dossier.reason),
        ("Nguyên nhân quá hạn", dossier.late_cause.label if dossier.late_cause else ""),
        ("Lý do quá hạn", dossier.late_reason),
        ("Người giữ", _since(dossier.officer, dossier.held_since)),
    )


def _waits(dossier: Dossier, course: Sequence[Span]) -> tuple[tuple[str, str], ...]:
    """On whom the dossier waited, so that a delay has its owner."""
    if len(course) < 2 and not dossier.overdue and dossier.outcome != "late":  # noqa: PLR2004 - nothing stood still
        return ()
    return (("Đã chờ", course_text(course)),)


def _paper(paper: HandedPaper) -> tuple[str, str]:
    """As what it was handed in, and its name: names are long, and only values wrap."""
    if paper.form is None:
        return "Chưa đối chiếu", paper.name
    return paper.form.label + (f" × {paper.number}" if paper.number > 1 else ""), paper.name


def _marks(dossier: Dossier) -> str:
    """Both marks as far as they are known; “không” was said by an officer too."""
    marks = (("liên thông", dossier.interlinked), ("phi địa giới", dossier.non_territorial))
    told = (name if is_so else f"không {name}" for name, is_so in marks if is_so is not None)
    return ", ".join(told)


def _given(*rows: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(row for row in rows if row[1])


def _moment(dossier: Dossier, name: str, flag: DayOnly) -> str:
    return moment_text(getattr(dossier, name), day_only=flag in dossier.day_only)


def _by(text: str, officer: str) -> str:
    return f"{text}, {officer}" if text and officer else text


def _to(text: str, dossier: Dossier) -> str:
    if not text:
        return ""
    via = f", {dossier.returned_via.label.lower()}" if dossier.returned_via else ""
    return f"{text}{via}" + (f", người nhận: {dossier.returned_to}" if dossier.returned_to else "")


def _since(officer: str, since: datetime | None) -> str:
    return f"{officer}, từ {moment_text(since)}" if officer and since else officer
