"""What each act asks for, as data, and the call that it leads to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from dxdesk.domain.act import RULE_OF, Act
from dxdesk.domain.clock import StopMode
from dxdesk.domain.dossier import Dossier, OfficerId
from dxdesk.domain.late_cause import CauseNumber, LateCause
from dxdesk.domain.marks import Delivery, Mark
from dxdesk.domain.paper import HandedPaper, supplement_words
from dxdesk.errors import InputError
from dxdesk.services import acts
from ui.dossiers.choices import cause_entries
from ui.dossiers.filters import Choices
from ui.dossiers.form import FieldKind, FormField
from ui.dossiers.moments import parse_moment
from ui.letters import marked

if TYPE_CHECKING:
    from dxdesk.desk import Desk

AT, REASON, WHY, MODE = "at", "reason", "why", "mode"
OFFICER, NOTE, LATE, RECEIVER, PROMISED = (
    *("officer_id", "note", "late_reason"),
    *("receiver", "promised_at"),
)
CAUSE, VIA = "late_cause", "via"


@dataclass(frozen=True, slots=True)
class ActForm:
    """How one act looks and what it asks for."""

    keys: str
    letter: str
    """Pressed with Alt; of its own among the acts that one state allows."""
    fields: tuple[str, ...]
    call: Callable[..., Dossier]
    icon: str
    mode: StopMode | None = None


FORMS: dict[Act, ActForm] = {
    Act.ACCEPT: ActForm("Ctrl+T", "c", (AT,), acts.accept, "check"),
    Act.DECLINE: ActForm("Ctrl+Shift+T", "i", (REASON, AT), acts.decline, "close"),
    Act.HAND_OVER: ActForm("Ctrl+H", "u", (OFFICER, NOTE, AT), acts.hand_over, "send"),
    Act.REQUEST_SUPPLEMENT: ActForm(
        "Ctrl+B", "Y", (REASON, MODE, AT), acts.request_supplement, "pause", StopMode.RESTART
    ),
    Act.AWAIT_PAYMENT: ActForm(
        "Ctrl+Shift+P", "v", (WHY, MODE, AT), acts.await_payment, "coins", StopMode.RESUME
    ),
    Act.SUSPEND: ActForm(
        "Ctrl+D", "d", (REASON, MODE, AT), acts.suspend, "circle-pause", StopMode.RESUME
    ),
    Act.RESUME: ActForm("Ctrl+L", "i", (AT,), acts.resume, "play"),
    Act.FINISH: ActForm("Ctrl+G", "k", (CAUSE, LATE, AT), acts.finish, "done"),
    Act.REFUSE: ActForm("Ctrl+Shift+G", "r", (REASON, AT), acts.refuse, "envelope"),
    Act.RETURN: ActForm("Ctrl+R", "r", (RECEIVER, VIA, AT), acts.return_result, "pickup"),
    Act.APOLOGISE: ActForm(
        "Ctrl+Shift+X", "l", (PROMISED, CAUSE, REASON, AT), acts.apologise, "calendar"
    ),
    Act.WITHDRAW: ActForm("Ctrl+Shift+R", "C", (REASON, AT), acts.withdraw, "right-from-bracket"),
    Act.STOP: ActForm("Ctrl+Shift+D", "q", (REASON, AT), acts.stop, "stop"),
    Act.CLOSE: ActForm("Ctrl+Shift+B", "b", (WHY, AT), acts.close, "box-archive"),
    Act.VOID: ActForm("Ctrl+Shift+Del", "p", (REASON,), acts.void, "trash"),
    Act.RESTORE: ActForm("Ctrl+Shift+K", "K", (REASON,), acts.restore, "rotate-left"),
}
CORRECT_KEYS, CORRECT_LETTER = "F2", "a"
TITLES = {
    act: marked(rule.title, FORMS[act].letter if act in FORMS else CORRECT_LETTER)
    for act, rule in RULE_OF.items()
}
"""As buttons and menus show them."""
SLIP_FOLLOWS = frozenset(
    {Act.REQUEST_SUPPLEMENT, Act.DECLINE, Act.APOLOGISE, Act.WITHDRAW, Act.STOP}
)
"""The applicant gets a slip about these: it is offered as soon as the act is written."""
_MODES = (
    (StopMode.RESTART.value, "tính lại thời hạn từ đầu"),
    (StopMode.RESUME.value, "tính tiếp thời hạn còn lại"),
)


def form_fields(act: Act, dossier: Dossier, choices: Choices) -> tuple[FormField, ...]:
    """The fields that *act* asks for; the reason for lateness only where it is late."""
    form = FORMS[act]
    return tuple(
        _field(key, form, dossier, choices)
        for key in form.fields
        if act is not Act.FINISH
        or key not in {LATE, CAUSE}
        or dossier.overdue
        or dossier.late_reason
    )


def offered(act: Act, papers: Sequence[HandedPaper]) -> dict[str, str]:
    """What stands in the form at first: a request for supplement asks for the missing papers."""
    words = supplement_words(papers) if act is Act.REQUEST_SUPPLEMENT else ""
    return {REASON: words} if words else {}


def many_fields(act: Act, choices: Choices) -> tuple[FormField, ...]:
    """The fields that *act* asks for once, for many dossiers."""
    form = FORMS[act]
    return tuple(_MANY.get(key) or _field(key, form, None, choices) for key in form.fields)


_MANY = {
    LATE: FormField(LATE, "Lý do quá hạn", hint="Chỉ ghi vào những hồ sơ quá hạn"),
    RECEIVER: FormField(RECEIVER, "Người nhận", hint="Một người nhận cho tất cả; có thể để trống"),
}
_FIELDS = {
    REASON: FormField(REASON, "Lý do", kind=FieldKind.LINES),
    WHY: FormField(WHY, "Lý do (nếu có)", kind=FieldKind.LINES),
    NOTE: FormField(NOTE, "Ghi chú"),
    PROMISED: FormField(PROMISED, "Ngày hẹn lại", hint="Ví dụ 05/06/2026 16:30"),
    AT: FormField(AT, "Thời điểm thực hiện", hint="Để trống: bây giờ"),
}


def _field(key: str, form: ActForm, dossier: Dossier | None, choices: Choices) -> FormField:
    if key == MODE:
        chosen = "" if form.mode is None else form.mode.value
        kind = FieldKind.CHOICE
        return FormField(MODE, "Khi tiếp tục", kind=kind, value=chosen, choices=_MODES)
    if key == OFFICER:
        officers = tuple(
            (str(one.id), f"{one.name}, {one.title}" if one.title else one.name)
            for one in choices.officers
            if one.active
        )
        return FormField(OFFICER, "Cán bộ nhận", kind=FieldKind.CHOICE, choices=officers)
    if key == CAUSE:
        return _cause_field(None if dossier is None else dossier.late_cause, choices)
    if key == VIA:
        wanted = None if dossier is None else dossier.delivery
        value = "" if wanted is None else str(int(wanted))
        options = (("", "Chưa rõ"), *((str(int(one)), one.label) for one in Delivery))
        name = "Cách trả kết quả"
        return FormField(VIA, name, kind=FieldKind.CHOICE, value=value, choices=options)
    if key == LATE and dossier is not None:
        hint = "Hiện trong báo cáo hồ sơ quá hạn"
        return FormField(LATE, "Lý do quá hạn", value=dossier.late_reason, hint=hint)
    if key == RECEIVER and dossier is not None:
        name = dossier.applicant.name or dossier.owner.name
        return FormField(RECEIVER, "Người nhận", value=name)
    return _FIELDS[key]


def _cause_field(cause: LateCause | None, choices: Choices) -> FormField:
    return FormField(
        CAUSE,
        "Nguyên nhân quá hạn",
        kind=FieldKind.CHOICE,
        value="" if cause is None else str(cause.number),
        choices=cause_entries(choices.causes, cause),
    )


def arguments(values: Mapping[str, str], *, now: datetime) -> dict[str, Any]:
    """The keyword arguments of an act from what was typed; InputError names the field."""
    found: dict[str, Any] = {}
    for key, text in values.items():
        match key:
            case "at":
                found[AT] = parse_moment(text, field="Thời điểm thực hiện", now=now)
            case "promised_at":
                found[PROMISED] = _promised(text, now)
            case "mode":
                found[MODE] = StopMode(text)
            case "officer_id":
                found[OFFICER] = OfficerId(int(text))
            case "reason":
                found[REASON] = _required(text)
            case "late_cause":
                found[CAUSE] = CauseNumber(int(text)) if text else None
            case "via":
                found[VIA] = _mark(Delivery, text)
            case "why":
                found[REASON] = text
            case _:
                found[key] = text
    return found


def _mark(kind: type[Mark], number: str) -> Mark | None:
    return next((one for one in kind if str(int(one)) == number), None)


def _promised(text: str, now: datetime) -> datetime:
    moment = parse_moment(text, field="Ngày hẹn lại", now=now)
    if moment is None:
        raise InputError("Ngày hẹn lại: chưa nhập; hãy nhập ngày và giờ hẹn công dân.")
    return moment


def _required(text: str) -> str:
    if not text:
        raise InputError("Lý do: chưa nhập; hãy ghi lý do cụ thể để lưu cùng hồ sơ.")
    return text


def perform(desk: "Desk", act: Act, dossier: Dossier, given: Mapping[str, Any]) -> Dossier:
    """Carry *act* out; in the worker."""
    return FORMS[act].call(desk, dossier.id, **given)
