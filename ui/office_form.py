"""What the ward says about itself and which rules it chose; logged and undone like data."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from dxdesk.domain.office import Office
from dxdesk.domain.outcome import EarlyRule
from dxdesk.errors import InputError
from ui.dossiers.form import FieldKind, Form, FormField
from ui.widgets import label

_EARLY = (
    (EarlyRule.SESSION, "Trước buổi có giờ hẹn trả"),
    (EarlyRule.DAY, "Trước ngày hẹn trả"),
    (EarlyRule.MOMENT, "Trước giờ hẹn trả, dù một phút"),
)
_DUE = (
    ("minutes", "Từ giờ tiếp nhận, đủ giờ làm việc"),
    ("civil", "Từ ngày làm việc sau ngày tiếp nhận (Bộ luật Dân sự)"),
)
_TEXTS = (
    ("name", "Tên đơn vị", "ví dụ: phường An Bình"),
    ("committee", "Tên trên văn bản", "dòng dưới ỦY BAN NHÂN DÂN: PHƯỜNG AN BÌNH"),
    ("desk_name", "Bộ phận", ""),
    ("place", "Địa danh", "trước ngày tháng trên văn bản: An Bình"),
    ("superior", "Nơi nhận báo cáo", "ví dụ: Ủy ban nhân dân tỉnh …"),
    ("symbol", "Ký hiệu văn bản", "ví dụ: BC-UBND"),
    ("signer_name", "Người ký", ""),
    ("code_prefix", "Đầu mã hồ sơ", "mã khác sẽ được nhắc: H99.12"),
)
_LINES = (
    ("signer_authority", "Quyền hạn người ký", "mỗi dòng một ý: TM. …, KT. …"),
    ("recipients", "Nơi nhận", "mỗi dòng một nơi"),
)


def ask_office(parent: QWidget, office: Office, *, state: str = "") -> Office | None:
    """The office as it shall be from now on; None when nothing changed or the officer went back.

    *state* is told below: whether the file is encrypted.
    """
    form: Form[Office] = Form(
        parent,
        "Thông tin đơn vị",
        fields_of(office),
        lambda values: read(office, values),
        action="Lưu",
        intro="Dùng cho tiêu đề, chữ ký của báo cáo và cách tính ngày hẹn trả. Cách tính mới chỉ "
        "áp dụng cho ngày hẹn trả tính từ nay về sau.",
        columns=2,
    )
    if state:
        form.add_widget(label(state, "muted", wrap=True))
    answer = form.answer if form.exec() else None
    form.deleteLater()
    return None if answer == office else answer


def fields_of(office: Office) -> tuple[FormField, ...]:
    texts = (FormField(k, n, value=getattr(office, k), hint=h) for k, n, h in _TEXTS)
    lines = (
        FormField(k, n, kind=FieldKind.LINES, value="\n".join(getattr(office, k)), hint=h)
        for k, n, h in _LINES
    )
    early = FormField(
        "early_rule",
        "Trước hạn là",
        kind=FieldKind.CHOICE,
        value=office.early_rule.value,
        choices=tuple((rule.value, text) for rule, text in _EARLY),
    )
    due = FormField(
        "due_rule", "Tính ngày làm việc", kind=FieldKind.CHOICE, value=office.due_rule, choices=_DUE
    )
    return (*texts, *lines, early, due)


def read(office: Office, values: dict[str, str]) -> Office:
    """*office* with what was typed; InputError when the ward has no name."""
    if not values["name"]:
        raise InputError("Tên đơn vị: chưa nhập; tên này đứng trên mọi báo cáo.")
    changed: dict[str, object] = {key: values[key] for key, _, _ in _TEXTS}
    for key, _, _ in _LINES:
        changed[key] = tuple(line for line in values[key].splitlines() if line)
    changed["early_rule"] = EarlyRule(values["early_rule"])
    changed["due_rule"] = values["due_rule"]
    return replace(office, **changed)  # type: ignore[arg-type]  # the keys are Office's own
