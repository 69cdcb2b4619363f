"""The request for devices and the list of trainings, as official documents."""

from collections.abc import Iterable, Sequence
from datetime import date

from dxdesk.domain.equipment import (
    AGES,
    REPAIR,
    REPLACE,
    AgeRow,
    Device,
    Person,
    Session,
    by_age,
    sessions,
)
from dxdesk.domain.ledgers.assets import CONDITIONS, DEVICE_KINDS
from dxdesk.domain.office import Office
from dxdesk.reports.letter import Letter, LetterTable, numbered
from dxdesk.reports.wording import committee_name, count_text, superior_name

_KINDS, _CONDITIONS = dict(DEVICE_KINDS), dict(CONDITIONS)
_DEVICE_HEADS = (
    *(("STT", 11), ("Thiết bị", 52), ("Số lượng", 18), ("Năm sử dụng", 22), ("Tình trạng", 26)),
    ("Nơi đặt", 36),
)
_OLD = AGES[-2][0] or 0


def device_letter(devices: Sequence[Device], office: Office, today: date) -> Letter:
    rows = by_age(devices, today.year)
    replaced = [one for one in devices if one.proposal == REPLACE]
    repaired = [one for one in devices if one.proposal == REPAIR]
    open_still = [one for one in devices if not one.proposal and _needs(one, today.year)]
    wanted = (
        ("Đề nghị thay mới", replaced),
        ("Đề nghị sửa chữa", repaired),
        ("Yếu, hỏng hoặc đã dùng từ 5 năm, chưa có đề nghị", open_still),
    )
    parts = [("Thiết bị theo loại và số năm sử dụng", _age_table(rows))]
    parts += [(title, _device_table(found)) for title, found in wanted if found]
    told = (
        f"{_counted(rows, office)} Đề nghị thay mới {_amount(replaced)} thiết bị, sửa chữa "
        f"{_amount(repaired)} thiết bị."
    )
    return Letter(
        subject="Đề nghị bố trí kinh phí thay thế, sửa chữa thiết bị công nghệ thông tin",
        addressee=f"Kính gửi: {superior_name(office)}",
        opening=(told,),
        parts=numbered(parts),
        closing=f"{committee_name(office)} kính đề nghị {superior_name(office)} xem xét./.",
    )


def _counted(rows: Sequence[AgeRow], office: Office) -> str:
    old = sum(one.by_age[-1] for one in rows)
    return (
        f"{committee_name(office)} có {count_text(sum(one.total for one in rows))} thiết bị, trong "
        f"đó {count_text(old)} thiết bị đã dùng từ 5 năm, "
        f"{count_text(sum(one.bad for one in rows))} thiết bị yếu hoặc hỏng, "
        f"{count_text(sum(one.undated for one in rows))} thiết bị chưa rõ năm sử dụng."
    )


def _amount(devices: Iterable[Device]) -> str:
    return count_text(sum(one.amount for one in devices))


def _needs(one: Device, year: int) -> bool:
    age = one.age_in(year)
    return one.bad or (age is not None and age >= _OLD)


def _age_table(rows: Iterable[AgeRow]) -> LetterTable:
    heads = (
        ("Loại", 47),
        ("Tổng", 18),
        *((name, 20) for _below, name in AGES),
        *(("Chưa rõ năm", 20), ("Yếu, hỏng", 20)),
    )
    return LetterTable(
        heads,
        tuple(
            (
                _KINDS.get(row.kind, "Chưa rõ loại"),
                *map(count_text, (row.total, *row.by_age, row.undated, row.bad)),
            )
            for row in rows
        ),
        numbers_from=1,
    )


def _device_table(devices: Iterable[Device]) -> LetterTable:
    return LetterTable(
        _DEVICE_HEADS,
        tuple(
            (
                str(number),
                one.name,
                count_text(one.amount),
                "chưa rõ" if one.first_year is None else str(one.first_year),
                _CONDITIONS.get(one.condition, ""),
                one.place,
            )
            for number, one in enumerate(devices, start=1)
        ),
    )


def training_letter(persons: Sequence[Person], office: Office, today: date) -> Letter:
    held = sessions(persons)
    never = [one for one in persons if one.trained_on is None]
    told = (
        f"Đến ngày {today:%d/%m/%Y} có {count_text(len(persons))} thành viên tổ công nghệ số và "
        f"cán bộ; {count_text(len(persons) - len(never))} người đã tập huấn, "
        f"{count_text(len(never))} người chưa tập huấn lần nào. Mỗi người chỉ tính lần tập huấn "
        "gần nhất đã ghi."
    )
    parts = [("Các lần tập huấn", _session_table(held))] if held else []
    parts += [("Chưa tập huấn lần nào", _person_table(never))] if never else []
    return Letter(
        subject="Tập huấn chuyển đổi số",
        addressee=f"Kính gửi: {superior_name(office)}",
        opening=(told,),
        parts=numbered(parts),
        closing=f"Trên đây là danh sách của {committee_name(office)}./.",
        kind="DANH SÁCH",
    )


def _session_table(held: Iterable[Session]) -> LetterTable:
    heads = (("Ngày", 24), ("Nội dung", 63), ("Thành viên tổ", 26), ("Cán bộ", 26), ("Cộng", 26))
    return LetterTable(
        heads,
        tuple(
            (
                f"{one.day:%d/%m/%Y}",
                one.topic or "Chưa ghi nội dung",
                count_text(sum(not p.staff for p in one.persons)),
                count_text(sum(p.staff for p in one.persons)),
                count_text(len(one.persons)),
            )
            for one in held
        ),
        numbers_from=2,
    )


def _person_table(persons: Iterable[Person]) -> LetterTable:
    heads = (("STT", 11), ("Họ tên", 77), ("Tổ, bộ phận", 77))
    return LetterTable(
        heads,
        tuple((str(n), one.name, one.belongs) for n, one in enumerate(persons, start=1)),
    )
