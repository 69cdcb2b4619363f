"""Wards compared on one definition: 9 wards of a town, 136 communes of a province."""

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.figures import COUNT_NAMES
from dxdesk.domain.indicators.amount import Amount
from dxdesk.domain.indicators.kinds import Base, Pillar, Plan
from dxdesk.domain.office import Office
from dxdesk.domain.package import Package, PackedValue, Seal, compare, definition_of
from dxdesk.domain.period import month
from dxdesk.errors import DeskError, InputError
from dxdesk.exchange.package_file import packed, read_keys, read_package
from dxdesk.services import packages
from dxdesk.services.indicators.catalogue import take_set
from dxdesk.services.settings import save_office
from tests.kit import moment, receive

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)
PLAN = Plan("KTS-01", "Tài khoản thanh toán", Pillar.ECONOMY, base=Base.FROM_15)
TEAMS = (8, 8, 8, 8, 8, 8, 8, 8, 8)


def value(amount: Amount | None, plan: Plan = PLAN) -> PackedValue:
    return PackedValue(
        plan.code, plan.name, definition_of(plan), plan.base.value, amount, Fraction(4, 5)
    )


def a_package(ward: str, amount: Amount | None, **changes: Any) -> Package:
    figures = tuple((name, 10) for name in COUNT_NAMES)
    made = Package(ward, FIRST, LAST, "session", figures, (value(amount),))
    return replace(made, **changes)


def test_nine_wards_with_72_teams_one_of_which_sent_nothing() -> None:
    names = [f"Phường {number}" for number in range(1, 10)]
    teams = Plan("HTS-07", "Tổ dân phố có tổ công nghệ số", Pillar.FOUNDATION, base=Base.HAMLETS)
    sent = [
        a_package(name, None, values=(value(Amount(number, number), teams),))
        for name, number in zip(names, TEAMS, strict=True)
    ]
    assert compare(sent, names, FIRST, LAST).rows[0].total == Amount(72, 72).rate
    found = compare(sent[:-1], names, FIRST, LAST)
    assert found.missing == ("Phường 9",)
    assert (found.rows[0].total, found.rows[0].counted) == (Amount(64, 64).rate, 8)
    assert dict(found.figures)["received"] == 80


def test_136_communes_of_which_some_are_silent_or_know_nothing() -> None:
    names = [f"Xã số {number}" for number in range(1, 137)]
    sent = [
        a_package(name, None if number % 10 == 0 else Amount(number, 200))
        for number, name in enumerate(names, start=1)
        if number % 34
    ]
    found = compare(sent, names, FIRST, LAST)
    known = [n for n in range(1, 137) if n % 34 and n % 10]
    assert found.missing == tuple(f"Xã số {n}" for n in (34, 68, 102, 136))
    assert found.rows[0].counted == len(known)
    assert found.rows[0].total == Amount(sum(known), 200 * len(known)).rate
    assert sum(cell.why == "chưa có số" for cell in found.rows[0].cells) == 132 - len(known)


def test_other_definitions_bases_periods_rules_and_doubles_are_not_mixed() -> None:
    other = replace(PLAN, numerator="Tài khoản của một ngân hàng")
    sent = [
        a_package("A", Amount(1, 2)),
        a_package("B", Amount(1, 2)),
        a_package("C", None, values=(value(Amount(9, 9), other),)),
        a_package("D", None, values=(replace(value(Amount(9, 9)), base=Base.FROM_18.value),)),
        a_package("E", Amount(9, 9), first=date(2026, 2, 1), last=date(2026, 2, 28)),
        a_package("F", Amount(1, 2), rule="day"),
        a_package("G", Amount(9, 9)),
        a_package("g", Amount(9, 9)),
        a_package("Z", Amount(9, 9)),
    ]
    found = compare(sent, list("ABCDEFG"), FIRST, LAST)
    assert found.rows[0].total == Amount(3, 6).rate
    why = {cell.ward: cell.why for cell in found.rows[0].cells if cell.why}
    assert why == {"C": "khác định nghĩa, không so", "D": "khác mẫu số, không so"}
    assert found.missing == ("E", "G")
    assert found.figure_wards == 4
    told = " ".join(found.refused)
    for part in ("E: gói của kỳ khác", "G: có nhiều gói", "Z: không có trong danh sách", "F: phân"):
        assert part in told


def test_a_ward_writes_figures_without_persons_and_the_town_checks_the_seal(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "goi.json"
    with pytest.raises(DeskError, match="Chưa ghi tên đơn vị"):
        packages.write_package(desk, month(2026, 3), path)
    save_office(desk, Office(name="phường An Bình"))
    take_set(desk, "cap-xa", 2026)
    receive(desk)
    packages.write_package(desk, month(2026, 3), path)
    text = path.read_text(encoding="utf-8")
    assert "Trần Văn Đức" not in text
    key = packages.key_of(desk)
    assert key == packages.key_of(desk)
    assert key not in text
    (tmp_path / "khoa.txt").write_text(f"Phường An Bình\t{key}\n", encoding="utf-8")
    keys = read_keys(tmp_path / "khoa.txt")
    made = read_package(path, keys)
    assert made.seal is Seal.KNOWN
    assert dict(made.figures)["received"] == 1
    assert read_package(path, {}).seal is Seal.UNKNOWN
    changed = text.replace('"received": 1', '"received": 2', 1)
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    with pytest.raises(InputError, match="đã bị sửa"):
        read_package(path, keys)


@pytest.mark.parametrize(
    "change",
    [
        {"format": "x"},
        {"ward": ""},
        {"ward": "\u202e\u0000"},
        {"ward": "x" * 301},
        {"first": "2026-13-01"},
        {"figures": {}},
        {"figures": dict.fromkeys(COUNT_NAMES, -1)},
        {"figures": dict.fromkeys(COUNT_NAMES, "1")},
        {"values": [{"code": "A"}]},
        {"values": "abc"},
        {"values": None},
    ],
)
def test_a_file_that_is_no_package_is_refused_in_words(
    tmp_path: Path, change: dict[str, Any]
) -> None:
    path = tmp_path / "x.json"
    data = json.loads(packed(a_package("A", Amount(1, 2)), "k")) | change
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(InputError, match=r"“x\.json” không phải gói số liệu"):
        read_package(path, {})
    for content in (b"", b"\xff\xfe", b"[" * 5000, b"{}"):
        path.write_bytes(content)
        with pytest.raises(InputError):
            read_package(path, {})


def test_the_comparison_is_written_as_a_workbook(tmp_path: Path) -> None:
    for ward in ("=A", "B"):
        (tmp_path / f"{ward}.json").write_bytes(packed(a_package(ward, Amount(1, 2)), "k"))
    (tmp_path / "hong.json").write_text("{}", encoding="utf-8")
    (tmp_path / "ds.txt").write_text("=A\nB\nC\n", encoding="utf-8")
    files = sorted(tmp_path.glob("*.json"))
    found = packages.consolidate(files, month(2026, 3), wards=tmp_path / "ds.txt")
    assert found.missing == ("C",)
    assert any("hong.json" in line for line in found.refused)
    assert any("Chưa có khóa để kiểm tra gói của: =A; B" in line for line in found.refused)
    target = tmp_path / "so.xlsx"
    packages.write_comparison(found, month(2026, 3), target, now=moment("01/04/2026 08:00"))
    assert target.stat().st_size > 5000
