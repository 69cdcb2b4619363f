"""Entries of the ledgers: entered as typed, refused in words, taken back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db.models import Base
from dxdesk.desk import Desk
from dxdesk.domain.ledgers import LEDGERS, Kind
from dxdesk.errors import DeskError, InputError
from dxdesk.services import hamlets, history
from dxdesk.services.ledgers import entries
from dxdesk.services.ledgers.known import IDENTITIES
from dxdesk.services.ledgers.tables import TABLES
from tests.kit import Clock, desk_over

TEAM = {"name": "Tổ số 5", "hamlet": "5"}


@pytest.fixture
def ward(empty_database: Path) -> Iterator[Desk]:
    with desk_over(empty_database, Clock()) as desk:
        for number in range(1, 9):
            hamlets.add_hamlet(desk, f"Tổ dân phố {number}")
        yield desk


@pytest.fixture(scope="module")
def calm(empty_database: Path) -> Iterator[Desk]:
    """For tests after which nothing is kept."""
    with desk_over(empty_database, Clock()) as desk:
        for number in range(1, 4):
            hamlets.add_hamlet(desk, f"Tổ dân phố {number}")
        yield desk


def texts(desk: Desk, key: str) -> dict[str, str]:
    return dict(entries.listing(desk, key).entries[0].texts)


def test_the_tables_have_the_fields_of_their_ledgers_and_no_other() -> None:
    for ledger in LEDGERS:
        columns = set(Base.metadata.tables[TABLES[ledger.key].__tablename__].columns.keys())
        assert columns == {"id", *(field.column for field in ledger.fields)}, ledger.key
        assert {ledger.name, *filter(None, (ledger.newest, ledger.fills_down))} <= {
            field.key for field in ledger.fields
        }
        assert set(IDENTITIES[ledger.key]) <= columns


def test_an_activity_is_three_words_and_a_number(ward: Desk) -> None:
    entries.add(ward, "teams", TEAM)
    typed = {"team": "5", "guided": "12", "day": "5/3", "form": "door", "topic": "vneid"}
    entries.add(ward, "activities", typed)
    found = entries.listing(ward, "activities").entries[0]
    assert found.texts["team"] == "Tổ số 5"
    assert (found.values["day"], found.values["guided"]) == (date(2026, 3, 5), 12)
    assert found.values["households"] is None
    assert entries.listing(ward, "teams").entries[0].notes["last"] == "05/03/2026"


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("teams", {"hamlet": ""}, "Tên tổ: chưa nhập"),
        ("teams", {"name": "Tổ A", "hamlet": "Khu phố 5"}, "Tổ dân phố: chưa có “Khu phố 5”"),
        ("teams", {"name": "Tổ A", "hamlet": "Tổ dân phố"}, "Tổ dân phố: .* nhiều mục"),
        ("teams", {"name": "x" * 400}, "Tên tổ: dài quá"),
        (
            "teams",
            {"name": "A", "decided_on": "05/03/2026", "ended_on": "01/03/2026"},
            "Ngày giải thể: 01/03/2026 trước",
        ),
        ("members", {"team": "9", "name": "B"}, "Tổ: chưa có “9”"),
        ("events", {"title": "Hội nghị", "day": "31/12/2026"}, "Ngày: .* tương lai"),
        ("events", {"title": "Hội nghị", "day": "hôm qua"}, "Ngày: .* không phải ngày"),
        ("events", {"title": "A", "day": "01/03", "reach": "nhiều"}, "Số người tiếp cận: “nhiều”"),
        ("events", {"title": "A", "day": "01/03", "reach": "-3"}, "Số người tiếp cận: “-3”"),
        ("events", {"title": "A", "day": "01/03", "form": "bay"}, "Hình thức: không hiểu"),
        ("returns", {"team": "5", "year": "2026", "month": "13"}, "Tổ: chưa có"),
        (
            "document_months",
            {"year": "2026", "month": "13", "direction": "in", "total": "1"},
            "Tháng: phải từ 1 đến 12",
        ),
        (
            "document_months",
            {"year": "2026", "month": "2", "direction": "in", "total": "1", "signed": "2"},
            "Ký số: 2 nhiều hơn tổng số 1",
        ),
        (
            "duties",
            {"title": "A", "lead": "B", "given_on": "05/03", "due_on": "01/03"},
            "Hạn hoàn thành: .* trước ngày giao",
        ),
    ],
)
def test_what_cannot_be_is_told_with_the_field_in_front(
    calm: Desk, key: str, typed: dict[str, str], told: str
) -> None:
    with pytest.raises(InputError, match=f"^{told}"):
        entries.add(calm, key, typed)
    assert entries.listing(calm, key).total == 0


@pytest.mark.parametrize(
    "name",
    [
        "To\u0302\u0309 co\u0302ng nghe\u0323\u0302",
        "\u202eTổ\u202c công nghệ",
        "Tổ \x00\x07công\tnghệ",
        "<b>Tổ</b> công nghệ & =1+1",
    ],
)
def test_hostile_text_is_kept_as_plain_text(ward: Desk, name: str) -> None:
    entries.add(ward, "teams", {"name": name})
    kept = texts(ward, "teams")["name"]
    assert kept.isprintable()
    assert "công nghệ" in kept
    assert entries.listing(ward, "teams", text="cong nghe").total == 1


def test_a_limit_in_working_days_ends_by_the_wards_calendar(ward: Desk) -> None:
    typed = {"title": "Rà soát", "lead": "VP", "given_on": "05/03/2026", "working_days": "3"}
    entries.add(ward, "duties", typed)
    assert texts(ward, "duties")["due_on"] == "10/03/2026"
    assert entries.listing(ward, "duties").entries[0].notes["state"] == "Sắp đến hạn"


def test_every_ledger_takes_its_least_entry_and_gives_it_back(ward: Desk) -> None:
    """And each is one action that can be undone."""
    entries.add(ward, "teams", TEAM)
    given = {Kind.DAY: "02/03/2026", Kind.COUNT: "3", Kind.TEXT: "Tên"}
    links = {"team": "5", "campaign": "Tên", "system": "Tên", "staff": "Tên"}
    for ledger in (one for one in LEDGERS if one.key != "teams"):
        typed = {
            one.key: links.get(one.key) or given.get(one.kind) or "in"
            for one in ledger.fields
            if one.required
        }
        before = entries.listing(ward, ledger.key)
        entries.add(ward, ledger.key, {**typed, "year": "2026"})
        assert entries.listing(ward, ledger.key).total == 1, ledger.key
        history.undo(ward)
        assert entries.listing(ward, ledger.key) == before
        history.redo(ward)


def test_an_entry_is_changed_and_removed_and_comes_back(ward: Desk) -> None:
    team = entries.add(ward, "teams", TEAM)
    entries.add(ward, "members", {"team": "5", "name": "Lê Văn A", "phone": "0912345678"})
    with pytest.raises(DeskError, match="còn dòng ở sổ “Thành viên”"):
        entries.remove(ward, "teams", team)
    with pytest.raises(InputError, match="Chưa có gì thay đổi"):
        entries.change(ward, "teams", team, TEAM)
    entries.change(ward, "teams", team, {**TEAM, "decision": "38/QĐ-UBND"})
    assert texts(ward, "teams")["decision"] == "38/QĐ-UBND"
    member = entries.listing(ward, "members").entries[0].id
    entries.remove(ward, "members", member)
    assert entries.listing(ward, "members").total == 0
    history.undo(ward)
    assert texts(ward, "members")["phone"] == "0912345678"
    with pytest.raises(DeskError, match="không còn"):
        entries.remove(ward, "members", 999)


def test_the_log_names_no_person_and_no_phone(ward: Desk) -> None:
    entries.add(ward, "teams", TEAM)
    entries.add(ward, "members", {"team": "5", "name": "Lê Văn A", "phone": "0912345678"})
    told = " ".join(event.name for event in history.events(ward))
    assert "Thêm thành viên tổ" in told
    assert "0912345678" not in told


def test_one_return_a_month_and_team(ward: Desk) -> None:
    entries.add(ward, "teams", TEAM)
    typed = {"team": "5", "year": "2026", "month": "2", "guided": "5"}
    first = entries.add(ward, "returns", typed)
    with pytest.raises(InputError, match="tháng 2/2026 đã có"):
        entries.add(ward, "returns", typed)
    entries.change(ward, "returns", first, {**typed, "guided": "6"})
