"""What the office should see to before it hurts: days of next year, a missing office name."""

from dataclasses import dataclass
from datetime import date

from db import listing
from dxdesk.desk import Desk
from dxdesk.domain.calendar import WorkingCalendar
from dxdesk.services.backups import making
from dxdesk.services.backups.overview import WORRYING_DAYS
from dxdesk.services.digital import duties
from dxdesk.services.retention.remove import is_unswept
from dxdesk.services.settings import rules_in_force
from dxdesk.services.tampering import doubt

ASK_FROM_MONTH = 11
"""The days of next year are usually announced by then; long limits reach into it."""


_UNSWEPT = (
    "Lần xóa dữ liệu cá nhân gần nhất chưa dọn xong tệp dữ liệu, dấu vết cũ còn đọc được bằng công "
    "cụ khác. Hãy mở trang Danh mục, thẻ Lưu trữ và bấm “Dọn nốt”."
)


@dataclass(frozen=True, slots=True)
class Caution:
    text: str
    place: str = ""
    """Where it is mended: a place of the window."""
    action: str = ""


def cautions(desk: Desk) -> tuple[Caution, ...]:
    current, today = rules_in_force(desk), desk.now().date()
    found = []
    if text := doubt(desk):
        found.append(Caution(text, "history", "Xem nhật ký"))
    if not current.office.name.strip():
        found.append(
            Caution(
                "Chưa ghi tên đơn vị và người ký; báo cáo và phiếu in cần các thông tin này. Hãy "
                "mở menu Sửa → Thông tin đơn vị."
            )
        )
    if text := _backup(desk):
        found.append(Caution(text, "office", "Xem sao lưu"))
    if is_unswept(desk):
        found.append(Caution(_UNSWEPT, "office", "Xem lưu trữ"))
    if text := _days(current.calendar, today):
        found.append(Caution(text, "calendar", "Xem lịch làm việc"))
    if text := _duties(desk):
        found.append(Caution(text, "digital", "Xem nhiệm vụ"))
    return tuple(found)


def _duties(desk: Desk) -> str:
    """Tasks of the steering committee that press; empty when none does."""
    late, soon = duties.pressing(desk)
    parts = [
        f"{number} nhiệm vụ {words}"
        for number, words in ((late, "đã quá hạn"), (soon, "sắp đến hạn"))
        if number
    ]
    return f"Ban Chỉ đạo chuyển đổi số: {', '.join(parts)}." if parts else ""


def _backup(desk: Desk) -> str:
    """Only of this computer's own folder: a place in the network could keep the page waiting."""
    with desk.reading() as session:
        empty = listing.is_empty(session)
    if desk.database.path is None or empty:
        return ""
    backups = making.all_backups(desk)
    if not backups:
        return "Chưa có bản sao lưu nào: hỏng máy là mất hết hồ sơ. Hãy sao lưu ở trang Danh mục."
    days = (desk.now() - max(one.at for one in backups)).days
    if days < WORRYING_DAYS:
        return ""
    return f"Bản sao lưu mới nhất đã cũ {days} ngày. Hãy sao lưu ở trang Danh mục."


def _days(calendar: WorkingCalendar, today: date) -> str:
    year = today.year + 1
    if year not in calendar.years:
        return (
            f"Lịch làm việc chưa có ngày nghỉ lễ năm {year}: hồ sơ hẹn trả sang năm đó chưa tính "
            "được. Hãy cài bản mới của chương trình."
        )
    announced = any(one.verified for day, one in calendar.exceptions.items() if day.year == year)
    if today.month >= ASK_FROM_MONTH and not announced:
        return (
            f"Ngày nghỉ lễ năm {year} mới tính theo luật, chưa có thông báo hoán đổi ngày làm "
            "việc. Khi có văn bản, hãy ghi ngày nghỉ và ngày làm bù vào lịch."
        )
    return ""
