"""The form of one procedure, and what was typed as a draft."""

from collections.abc import Iterator
from datetime import datetime

from dxdesk.domain.due import Limit, LimitKind, limit_from
from dxdesk.domain.terms import LEVELS, Terms
from dxdesk.errors import InputError
from dxdesk.services.catalogue import Procedure
from dxdesk.services.procedures import ProcedureDraft
from ui.dossiers.form import FieldKind, FormField
from ui.dossiers.moments import day_text, parse_day

_KINDS = (
    ("", "Chưa rõ"),
    (LimitKind.WORKING_DAYS.value, "ngày làm việc"),
    (LimitKind.WORKING_HOURS.value, "giờ làm việc"),
    (LimitKind.CALENDAR_DAYS.value, "ngày (kể cả ngày nghỉ)"),
    (LimitKind.SAME_DAY.value, "trong ngày"),
)


_SINCE = "Để trống: đúng từ trước đến nay"
_TEXTS = (
    ("code", "Mã thủ tục", FieldKind.TEXT, "Ví dụ 1.001193"),
    ("field", "Lĩnh vực", FieldKind.TEXT, "Tên chưa có thì thành lĩnh vực mới"),
    ("name", "Tên thủ tục", FieldKind.LINES, ""),
    ("source", "Căn cứ", FieldKind.LINES, "Số, ngày của quyết định công bố"),
)
_FORWARDS = "Cơ quan giải quyết, nếu phường chỉ tiếp nhận"


def fields_of(one: Procedure | None) -> tuple[FormField, ...]:
    """The form of a procedure, empty for a new one."""
    limit = None if one is None else one.limit
    kind = "" if limit is None else limit.kind.value
    since = day_text(one.valid_from) if one else ""
    return (
        *_filled(_TEXTS, one),
        FormField("kind", "Thời hạn tính theo", FieldKind.CHOICE, kind, choices=_KINDS),
        FormField("amount", "Thời hạn", value=_amount(limit), hint="Ví dụ 5 hoặc 0,5"),
        FormField("fee_text", "Phí, lệ phí", value=one.fee_text if one else ""),
        level_field(one.level_text if one else ""),
        FormField(
            "forwards_to", "Chuyển đến", value=one.forwards_to if one else "", hint=_FORWARDS
        ),
        FormField("valid_from", "Áp dụng từ ngày", FieldKind.TEXT, since, _SINCE),
    )


def level_field(now: str) -> FormField:
    """One of the known levels; what was written otherwise before stays a choice."""
    known = dict.fromkeys((*LEVELS, now) if now else LEVELS)
    choices = (("", "Chưa rõ"), *((one, one.capitalize()) for one in known))
    return FormField("level_text", "Mức trực tuyến", FieldKind.CHOICE, now, choices=choices)


def _filled(
    texts: tuple[tuple[str, str, FieldKind, str], ...], one: Procedure | None
) -> Iterator[FormField]:
    for key, name, kind, hint in texts:
        yield FormField(key, name, kind, str(getattr(one, key, "")), hint)


def _amount(limit: Limit | None) -> str:
    if limit is None or limit.kind is LimitKind.SAME_DAY:
        return ""
    return f"{limit.amount:.10g}".replace(".", ",")


def read(values: dict[str, str], *, now: datetime) -> ProcedureDraft:
    """The draft that was typed; InputError names the field that cannot be."""
    since = parse_day(values["valid_from"], field="Áp dụng từ ngày", now=now)
    terms = Terms(
        since,
        _limit(values["kind"], values["amount"]),
        "",
        values["fee_text"],
        values["level_text"],
        values["forwards_to"],
        values["source"],
    )
    return ProcedureDraft(values["code"], values["name"], values["field"], terms)


def _limit(kind: str, amount: str) -> Limit | None:
    if not kind:
        if amount:
            raise InputError("Thời hạn tính theo: chưa chọn; hãy chọn ngày làm việc, ngày hay giờ.")
        return None
    if kind != LimitKind.SAME_DAY and not amount:
        raise InputError("Thời hạn: chưa nhập; hãy nhập số ngày hoặc số giờ, ví dụ 5.")
    try:
        return limit_from(kind, amount)
    except InputError as error:
        raise InputError(f"Thời hạn: {error}") from error
