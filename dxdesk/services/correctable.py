"""Which fields of a dossier officers set by hand, and what each takes."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from dxdesk.domain.ids import clean_id_no, clean_phone
from dxdesk.domain.marks import Delivery, Mark, Payment, Satisfaction
from dxdesk.domain.text import clean, clean_lines

PRIVATE = frozenset({"owner_id_no", "owner_phone", "applicant_id_no", "applicant_phone"})
"""Fields that are masked on a screen until they are shown."""
MOST_COPIES = 10_000
MOST_FEE = 10**12
"""Đồng."""
MOST_MINUTES = 600


class ValueKind(StrEnum):
    TEXT = "text"
    LINES = "lines"
    NUMBER = "number"
    MOMENT = "moment"
    CHANNEL = "channel"
    CHOICE = "choice"
    YES_NO = "yes_no"
    KNOWN = "known"
    """Yes, no, or not known."""
    LISTED = "listed"
    """One of `options`, or not known."""
    CAUSE = "cause"
    """One of the causes of lateness, or not known."""


@dataclass(frozen=True, slots=True)
class CorrectableField:
    key: str
    label: str
    kind: ValueKind
    tidy: Callable[[str], str] = clean
    options: type[Mark] | None = None


CORRECTABLE = (
    CorrectableField("code", "Mã hồ sơ", ValueKind.TEXT, lambda text: clean(text).upper()),
    CorrectableField("procedure_id", "Thủ tục", ValueKind.CHOICE),
    CorrectableField("channel", "Kênh tiếp nhận", ValueKind.CHANNEL),
    CorrectableField("owner_name", "Chủ hồ sơ", ValueKind.TEXT),
    CorrectableField("owner_id_no", "Số giấy tờ chủ hồ sơ", ValueKind.TEXT, clean_id_no),
    CorrectableField("owner_phone", "Điện thoại chủ hồ sơ", ValueKind.TEXT, clean_phone),
    CorrectableField("owner_address", "Địa chỉ chủ hồ sơ", ValueKind.TEXT),
    CorrectableField("applicant_name", "Người nộp", ValueKind.TEXT),
    CorrectableField("applicant_id_no", "Số giấy tờ người nộp", ValueKind.TEXT, clean_id_no),
    CorrectableField("applicant_phone", "Điện thoại người nộp", ValueKind.TEXT, clean_phone),
    CorrectableField("applicant_address", "Địa chỉ người nộp", ValueKind.TEXT),
    CorrectableField("hamlet_id", "Tổ dân phố", ValueKind.CHOICE),
    CorrectableField("content", "Nội dung", ValueKind.LINES, clean_lines),
    CorrectableField("copies", "Số bộ", ValueKind.NUMBER),
    CorrectableField("fee", "Phí, lệ phí", ValueKind.NUMBER),
    CorrectableField("payment", "Cách nộp phí", ValueKind.LISTED, options=Payment),
    CorrectableField("receipt_no", "Số biên lai", ValueKind.TEXT),
    CorrectableField("delivery", "Nơi nhận kết quả", ValueKind.LISTED, options=Delivery),
    CorrectableField("note", "Ghi chú", ValueKind.LINES, clean_lines),
    CorrectableField("assisted", "Cán bộ nhập giúp trực tuyến", ValueKind.YES_NO),
    CorrectableField("assisted_minutes", "Số phút nhập giúp", ValueKind.NUMBER),
    CorrectableField("papers_digitised", "Đã số hóa giấy tờ", ValueKind.KNOWN),
    CorrectableField("result_digitised", "Đã số hóa kết quả", ValueKind.KNOWN),
    CorrectableField("data_reused", "Dùng lại dữ liệu thay giấy tờ", ValueKind.KNOWN),
    CorrectableField("satisfaction", "Mức hài lòng", ValueKind.LISTED, options=Satisfaction),
    CorrectableField("interlinked", "Liên thông", ValueKind.KNOWN),
    CorrectableField("non_territorial", "Phi địa giới", ValueKind.KNOWN),
    CorrectableField("submitted_at", "Thời điểm nộp trực tuyến", ValueKind.MOMENT),
    CorrectableField("received_at", "Thời điểm tiếp nhận", ValueKind.MOMENT),
    CorrectableField("due_at", "Hẹn trả", ValueKind.MOMENT),
    CorrectableField("finished_at", "Thời điểm có kết quả", ValueKind.MOMENT),
    CorrectableField("returned_at", "Thời điểm trả kết quả", ValueKind.MOMENT),
    CorrectableField("returned_to", "Người nhận kết quả", ValueKind.TEXT),
    CorrectableField("returned_via", "Cách trả kết quả", ValueKind.LISTED, options=Delivery),
    CorrectableField("late_cause", "Nguyên nhân quá hạn", ValueKind.CAUSE),
    CorrectableField("late_reason", "Lý do quá hạn", ValueKind.TEXT),
    CorrectableField("officer_id", "Người giữ", ValueKind.CHOICE),
    CorrectableField("unit_id", "Đơn vị tiếp nhận", ValueKind.CHOICE),
)
FIELD_OF = {field.key: field for field in CORRECTABLE}
BOUNDS = {"copies": (1, MOST_COPIES), "fee": (0, MOST_FEE), "assisted_minutes": (0, MOST_MINUTES)}
