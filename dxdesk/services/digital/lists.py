"""What the ledgers of staff, devices, members and returns are written out as beside themselves."""

from pathlib import Path

from sqlalchemy import select

from db.models import DeviceRecord, TeamMemberRecord, TeamRecord
from dxdesk.desk import Desk
from dxdesk.domain.equipment import Device, Person
from dxdesk.domain.rights import Right
from dxdesk.domain.text import folded, place_key
from dxdesk.errors import DeskError
from dxdesk.reports.equipment import device_letter, training_letter
from dxdesk.reports.letter_file import write_letter_file
from dxdesk.reports.table_files import TableColumn, TableFile, write_table
from dxdesk.reports.wording import committee_name
from dxdesk.services import settings
from dxdesk.services.digital import assets, returns, teams


def write_devices(desk: Desk, path: Path) -> int:
    """The budget request: devices by age and state, what is to be replaced; how many entries."""
    desk.require(Right.EXPORT, "xuất danh sách thiết bị")
    found = devices(desk)
    if not found:
        raise DeskError("Sổ Thiết bị chưa có dòng nào; hãy ghi thiết bị trước khi lập đề nghị.")
    office, now = settings.office(desk), desk.now()
    desk.note(f"Lập đề nghị kinh phí thiết bị, {len(found)} dòng")
    write_letter_file(device_letter(found, office, now.date()), office, now, path)
    return len(found)


def devices(desk: Desk) -> tuple[Device, ...]:
    with desk.reading() as session:
        return tuple(
            Device(
                one.name,
                one.kind,
                assets.amount_of(one),
                one.first_year,
                one.condition,
                one.proposal,
                one.place,
            )
            for one in session.scalars(select(DeviceRecord).order_by(DeviceRecord.id))
        )


def write_training(desk: Desk, path: Path) -> int:
    """Trainings and who was never trained; how many persons."""
    desk.require(Right.EXPORT, "xuất danh sách tập huấn")
    found = persons(desk)
    if not found:
        raise DeskError("Chưa có thành viên tổ hay cán bộ nào; hãy ghi danh sách trước.")
    office, now = settings.office(desk), desk.now()
    desk.note(f"Lập danh sách tập huấn, {len(found)} người")
    write_letter_file(training_letter(found, office, now.date()), office, now, path)
    return len(found)


def persons(desk: Desk) -> tuple[Person, ...]:
    """Today's members of teams, then today's staff."""
    today = desk.now().date()
    with desk.reading() as session:
        members = session.execute(
            select(TeamMemberRecord, TeamRecord.name)
            .join(TeamRecord, TeamRecord.id == TeamMemberRecord.team_id)
            .where(teams.is_member(today))
        )
        found = [
            Person(one.name, team, False, one.trained_on, one.training) for one, team in members
        ]
        staff = [
            Person(one.name, one.unit or one.position, True, one.trained_on, one.training)
            for one in assets.staff_on(session, today)
        ]
    return (*sorted(found, key=lambda one: (place_key(one.belongs), one.name)), *staff)


def write_chase(desk: Desk, year: int, month: int, path: Path, *, phones: bool = False) -> int:
    """Teams whose return of the month is missing, each with its head; how many."""
    desk.require(Right.EXPORT, "xuất danh sách tổ chưa gửi phiếu")
    missing = returns.missing(desk, year, month)
    if not missing:
        raise DeskError(f"Tháng {month}/{year}: mọi tổ đã gửi phiếu; không có ai phải nhắc.")
    heads = _heads(desk)
    office = settings.office(desk)
    table = TableFile(
        title=f"Tổ chưa gửi phiếu tháng {month}/{year}",
        told=(f"{len(missing)} tổ chưa gửi, tính đến {desk.now():%H:%M ngày %d/%m/%Y}",),
        author=committee_name(office),
        now=desk.now(),
        columns=(
            *(TableColumn("STT", 6), TableColumn("Tổ", 34), TableColumn("Tổ trưởng", 30)),
            TableColumn("Điện thoại", 16, personal=True),
        ),
        rows=lambda: (
            [number, name, *heads.get(name, ("", ""))] for number, name in enumerate(missing, 1)
        ),
        nothing="Mọi tổ đã gửi.",
    )
    desk.note(f"Xuất danh sách {len(missing)} tổ chưa gửi phiếu tháng {month}/{year}")
    write_table(table, path, personal=phones)
    return len(missing)


def _heads(desk: Desk) -> dict[str, tuple[str, str]]:
    """Name and phone of each team's head: whose role says so, else the first member."""
    statement = (
        select(
            TeamRecord.name, TeamMemberRecord.name, TeamMemberRecord.phone, TeamMemberRecord.role
        )
        .join(TeamMemberRecord, TeamMemberRecord.team_id == TeamRecord.id)
        .where(teams.is_member(desk.now().date()))
        .order_by(TeamMemberRecord.id)
    )
    found: dict[str, tuple[str, str]] = {}
    led: set[str] = set()
    with desk.reading() as session:
        for team, name, phone, role in session.execute(statement):
            leads = folded(role).startswith("to truong")
            if team not in found or (leads and team not in led):
                found[team] = (name, phone)
            if leads:
                led.add(team)
    return found
