"""The course of a dossier: acceptance, refusal at intake, hand-over, apology."""

from datetime import datetime

from db.models import ApologyRecord, OfficerRecord
from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.dossier import Dossier, DossierId, OfficerId
from dxdesk.domain.late_cause import CauseNumber
from dxdesk.domain.text import clean, clean_lines
from dxdesk.errors import InputError
from dxdesk.services.acts.case import Case, Deed, perform, required
from dxdesk.services.intake import set_due
from dxdesk.services.late_causes import ensure_known


def accept(desk: Desk, dossier_id: DossierId, *, at: datetime | None = None) -> Dossier:
    """Accept an online submission: its clock starts now (law.md §2.1, code 2)."""
    return perform(desk, dossier_id, acceptance(by=desk.officer), at=at)


def acceptance(*, by: OfficerId) -> Deed:
    def change(case: Case) -> None:
        case.record.received_at = case.at
        case.record.received_by_id = by
        set_due(case.record, case.at, case.rules)

    return Deed(Act.ACCEPT, change)


def decline(
    desk: Desk, dossier_id: DossierId, *, reason: str, at: datetime | None = None
) -> Dossier:
    """Refuse at intake (Mẫu 03): counted as declined only (R11)."""
    why = required(reason)

    def change(case: Case) -> None:
        case.record.declined_at = case.at
        case.record.reason = why

    return perform(desk, dossier_id, Deed(Act.DECLINE, change), at=at)


def hand_over(
    desk: Desk,
    dossier_id: DossierId,
    *,
    officer_id: OfficerId,
    note: str = "",
    at: datetime | None = None,
) -> Dossier:
    """Another officer holds the dossier from now on; processing has begun (code 4)."""
    return perform(desk, dossier_id, hand_over_to(officer_id=officer_id, note=note), at=at)


def hand_over_to(*, officer_id: OfficerId, note: str = "") -> Deed:
    added = clean_lines(note)

    def check(case: Case) -> None:
        receiver = case.session.get(OfficerRecord, officer_id)
        if receiver is None or not receiver.active:
            raise InputError("Cán bộ nhận: không có trong danh sách; hãy chọn lại.")
        if case.record.officer_id == officer_id and case.record.processing_since is not None:
            raise InputError("Cán bộ nhận: đang giữ chính hồ sơ này; hãy chọn người khác.")

    def change(case: Case) -> None:
        case.record.officer_id = officer_id
        case.record.held_since = case.at
        if case.record.processing_since is None:
            case.record.processing_since = case.at
        if added:
            case.record.note = "\n".join(filter(None, (case.record.note, added)))

    return Deed(Act.HAND_OVER, change, check)


def apologise(
    desk: Desk,
    dossier_id: DossierId,
    *,
    promised_at: datetime,
    reason: str,
    late_cause: CauseNumber | None = None,
    at: datetime | None = None,
) -> Dossier:
    """Mẫu 04: a new appointment; the due time that figures use stays (R7)."""
    return perform(
        desk,
        dossier_id,
        apology(promised_at=promised_at, reason=reason, late_cause=late_cause),
        at=at,
    )


def apology(*, promised_at: datetime, reason: str, late_cause: CauseNumber | None = None) -> Deed:
    why = required(reason)

    def change(case: Case) -> None:
        case.record.promised_at = promised_at.replace(second=0, microsecond=0)
        case.record.late_cause = late_cause or case.record.late_cause
        case.record.late_reason = clean(why)
        case.session.add(
            ApologyRecord(
                dossier_id=case.record.id,
                at=case.at,
                due_at=case.record.due_at,
                promised_at=case.record.promised_at,
                reason=why,
            )
        )

    def check(case: Case) -> None:
        ensure_known(case.rules.causes, late_cause)
        _check_promise(promised_at, case.record.due_at, case.at)

    return Deed(Act.APOLOGISE, change, check)


def _check_promise(promised_at: datetime, due: datetime | None, at: datetime) -> None:
    if promised_at <= max(due or at, at):
        raise InputError(
            "Ngày hẹn lại: phải sau lúc xin lỗi và sau ngày hẹn trả đang ghi"
            + (f" ({due:%d/%m/%Y %H:%M})" if due else "")
            + "; hãy nhập ngày muộn hơn."
        )
