"""What an officer reads right after intake: book number, code, appointment."""

from dxdesk.domain.dossier import Dossier
from dxdesk.domain.state import State
from ui.dossiers.moments import appointment_text


def received_words(dossier: Dossier, *others: Dossier) -> str:
    """Like `Đã tiếp nhận hồ sơ số 2026/000123 · mã … · hẹn trả 17:30 thứ Sáu 05/06/2026`."""
    waits = dossier.state is State.AWAITING_ACCEPTANCE
    done = "Đã ghi nhận" if waits else "Đã tiếp nhận"
    parts = [f"{done} hồ sơ số {dossier.book}"]
    if others:
        parts = [f"{done} {len(others) + 1} hồ sơ, số {dossier.book} đến {others[-1].book}"]
    if dossier.code:
        parts.append(f"mã {dossier.code}")
    if dossier.state is State.AWAITING_SUPPLEMENT:
        parts.append("đã yêu cầu bổ sung, thời hạn tạm dừng")
    elif waits and dossier.acceptance_due_at is not None:
        parts.append(f"phải tiếp nhận trước {appointment_text(dossier.acceptance_due_at)}")
    elif dossier.due_at is not None:
        parts.append(f"hẹn trả {appointment_text(dossier.due_at)}")
    else:
        parts.append("chưa có ngày hẹn trả")
    return "  ·  ".join(parts)
