"""One or two sentences above each ledger: what its entries add up to, and what is missing."""

from collections.abc import Callable, Mapping

from dxdesk.desk import Desk
from dxdesk.domain.ledgers.paperwork import IN, OUT
from dxdesk.domain.period import Period, month, year
from dxdesk.services.digital import assets, documents, duties, outreach, returns, teams

_NAMED = 4


def overview(desk: Desk, key: str) -> str:
    """In words; empty for a ledger of which there is nothing more to say."""
    made = _TELLING.get(key)
    return "" if made is None else made(desk)


def named(names: tuple[str, ...]) -> str:
    left = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" và {left} nữa" if left > 0 else "")


def _teams(desk: Desk) -> str:
    found, still = teams.coverage(desk), teams.idle(desk)
    told = f"{found.covered}/{found.hamlets} tổ dân phố có tổ."
    if found.without:
        told += f" Chưa có: {named(found.without)}."
    if still:
        told += f" {len(still)} tổ không hoạt động trong {teams.IDLE_DAYS} ngày: {named(still)}."
    return told


def _members(desk: Desk) -> str:
    found = teams.counts(desk, _this_month(desk))
    left = found.members - found.trained
    told = f"{found.members} thành viên trong {found.teams} tổ."
    return f"{told} {left} người chưa tập huấn lần nào." if left else told


def _activities(desk: Desk) -> str:
    found = teams.counts(desk, _this_month(desk))
    told = f"Tháng này: {found.activities} hoạt động, "
    told += "chưa có số người." if found.guided is None else f"{found.guided} lượt người."
    return told + (f" {found.uncounted} hoạt động chưa ghi số người." if found.uncounted else "")


def _returns(desk: Desk) -> str:
    day = _this_month(desk).previous().first
    missing = returns.missing(desk, day.year, day.month)
    if not missing:
        return f"Tháng {day.month}/{day.year}: mọi tổ đã gửi phiếu."
    return f"Tháng {day.month}/{day.year}: {len(missing)} tổ chưa gửi: {named(missing)}."


def _duties(desk: Desk) -> str:
    late, soon = duties.pressing(desk)
    return f"{late} nhiệm vụ quá hạn, {soon} nhiệm vụ sắp đến hạn."


def _committee(desk: Desk) -> str:
    return f"Hôm nay Ban có {len(duties.members(desk, desk.now().date()))} thành viên."


def _meetings(desk: Desk) -> str:
    number = desk.now().year
    return f"Năm {number}: {duties.meetings(desk, year(number))} cuộc họp."


def _events(desk: Desk) -> str:
    found = outreach.counts(desk, _this_month(desk))
    told = f"Tháng này: {found.events} hoạt động, "
    return told + ("chưa có số người." if found.reach is None else f"{found.reach} lượt người.")


def _documents(desk: Desk) -> str:
    period = _this_month(desk)
    parts = []
    for direction, name in ((IN, "đến"), (OUT, "đi")):
        found = documents.counts(desk, period, direction)
        parts.append(f"{found.total} văn bản {name}")
    signed = documents.counts(desk, period, OUT).signed_rate
    told = f"Tháng này: {', '.join(parts)}; văn bản đi ký số {signed.shown}"
    told += f" ({signed.exact})." if signed.exact else "."
    late = documents.late(desk)
    names = tuple(f"{name} {number}" for name, number in late)
    return told + (f" Quá hạn chưa xong: {named(names)}." if late else "")


def _staff(desk: Desk) -> str:
    found = assets.staff_flags(desk)
    parts = [f"{one.title} {one.having}/{one.base}" for one in found if one.base]
    short = next((one for one in reversed(found) if one.without), None)
    told = f"{'; '.join(parts)}." if parts else ""
    if short is not None:
        told += f" Chưa có {short.title.lower()}: {named(short.without)}."
    return told


def _devices(desk: Desk) -> str:
    found = assets.old_devices(desk)
    return (
        f"{found.total} thiết bị; {found.old} đã dùng từ {assets.OLD_YEARS} năm, {found.bad} yếu "
        f"hoặc hỏng, {found.unknown} chưa rõ năm và tình trạng."
    )


def _accesses(desk: Desk) -> str:
    gone = assets.access_of_gone(desk)
    told = named(tuple(f"{name} ({system})" for name, system in gone))
    return f"Đã nghỉ mà còn quyền: {told}." if gone else "Không có ai đã nghỉ mà còn quyền."


def _this_month(desk: Desk) -> Period:
    today = desk.now().date()
    return month(today.year, today.month)


_TELLING: Mapping[str, Callable[[Desk], str]] = {
    "teams": _teams,
    "members": _members,
    "activities": _activities,
    "returns": _returns,
    "duties": _duties,
    "committee": _committee,
    "meetings": _meetings,
    "events": _events,
    "documents": _documents,
    "staff": _staff,
    "devices": _devices,
    "accesses": _accesses,
}
