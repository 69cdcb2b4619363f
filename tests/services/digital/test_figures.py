"""Figures of the ledgers over the sample ward and over a few entries counted by hand."""

from datetime import date
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.duty import DutyState
from dxdesk.domain.indicators.amount import Amount
from dxdesk.domain.indicators.kinds import Base, Pillar, Plan
from dxdesk.domain.indicators.value import ValueDraft
from dxdesk.domain.ledgers import LEDGERS
from dxdesk.domain.period import month, year
from dxdesk.errors import DeskError, InputError
from dxdesk.services import hamlets
from dxdesk.services.digital import assets, documents, duties, outreach, returns, teams
from dxdesk.services.digital.figures import digital
from dxdesk.services.digital.overview import overview
from dxdesk.services.indicators.beside import beside
from dxdesk.services.indicators.catalogue import add_indicator, indicators
from dxdesk.services.indicators.values import save_values
from dxdesk.services.ledgers import entries, pasting
from dxdesk.services.ledgers.cells import cells_of_file
from tests.exchange.files import write_xlsx

MARCH = month(2026, 3)


@pytest.fixture
def ward(desk: Desk) -> Desk:
    for number in range(1, 4):
        hamlets.add_hamlet(desk, f"Tổ dân phố {number}")
    for number in range(1, 3):
        entries.add(desk, "teams", {"hamlet": str(number)})
    return desk


def add(desk: Desk, key: str, **texts: str) -> int:
    return entries.add(desk, key, texts)


def test_coverage_is_that_of_the_list_of_hamlets_on_the_day(ward: Desk) -> None:
    found = teams.coverage(ward)
    assert (found.rate.exact, found.without) == ("2/3", ("Tổ dân phố 3",))
    add(ward, "teams", hamlet="3", decided_on="09/03/2026")
    assert teams.coverage(ward).rate.shown == "100,00 %"
    assert teams.coverage(ward, date(2026, 3, 8)).rate.exact == "2/3"


def test_activities_without_a_number_are_not_zero_and_idle_teams_are_named(ward: Desk) -> None:
    add(ward, "activities", team="1", day="05/03", guided="12", form="door", topic="vneid")
    add(ward, "activities", team="1", day="06/03", form="door", topic="vneid")
    found = teams.counts(ward, MARCH)
    assert (found.activities, found.guided, found.uncounted) == (2, 12, 1)
    assert found.inactive == ("Tổ dân phố 2",)
    assert teams.counts(ward, month(2026, 2)).guided is None
    assert teams.by_hamlet(ward, MARCH)[0] == ("Tổ dân phố 1", 2, 12)
    assert teams.by_hamlet(ward, MARCH)[2] == ("Tổ dân phố 3", 0, None)


def test_members_count_as_of_the_end_of_the_period(ward: Desk) -> None:
    add(ward, "members", team="1", name="A", since="01/01/2026", until="28/02/2026")
    add(ward, "members", team="1", name="B", since="01/03/2026", trained_on="02/03/2026")
    assert (teams.counts(ward, month(2026, 2)).members, teams.counts(ward, MARCH).members) == (1, 1)
    assert teams.counts(ward, MARCH).trained == 1
    assert teams.untrained(ward) == ()


def test_conclusions_become_tasks_once(ward: Desk) -> None:
    told = "- Rà soát máy tính; Văn phòng; 20/03/2026\n\nTập huấn; Đoàn Thanh niên"
    meeting = add(ward, "meetings", day="02/03/2026", title="Họp quý I", conclusions=told)
    assert duties.assign(ward, meeting) == 2
    with pytest.raises(DeskError, match="Không có kết luận nào chưa giao"):
        duties.assign(ward, meeting)
    found = duties.duties(ward)
    assert [(one.title, one.lead, one.state) for one in found] == [
        ("Rà soát máy tính", "Văn phòng", DutyState.OPEN),
        ("Tập huấn", "Đoàn Thanh niên", DutyState.OPEN),
    ]
    assert duties.meetings(ward, year(2026)) == 1


@pytest.mark.parametrize(
    ("told", "why"),
    [("Rà soát", "dòng 1: chưa ghi ai"), ("A; B\nC; D; mai", "dòng 2: Hạn hoàn thành")],
)
def test_a_conclusion_that_cannot_be_read_writes_nothing(ward: Desk, told: str, why: str) -> None:
    meeting = add(ward, "meetings", day="02/03/2026", title="Họp", conclusions=told)
    with pytest.raises(InputError, match=why):
        duties.assign(ward, meeting)
    assert duties.duties(ward) == ()


def test_members_of_the_committee_are_those_of_the_day(ward: Desk) -> None:
    add(ward, "committee", name="A", since="01/01/2025", until="31/12/2025")
    add(ward, "committee", name="B", since="01/01/2026")
    assert [one.name for one in duties.members(ward, date(2025, 6, 1))] == ["A"]
    assert [one.name for one in duties.members(ward, date(2026, 3, 9))] == ["B"]


def test_months_with_totals_are_not_counted_twice_and_unknown_is_no_base(ward: Desk) -> None:
    for signed in ("yes", "yes", "no", ""):
        typed = {"direction": "out", "booked_on": "05/03/2026", "subject": f"a {signed}"}
        add(ward, "documents", **typed, signed=signed)
    found = documents.counts(ward, MARCH, "out")
    assert (found.total, found.signed_rate.exact, found.network) == (4, "2/3", None)
    add(ward, "document_months", year="2026", month="2", direction="out", total="10", signed="9")
    quarter = documents.counts(ward, year(2026), "out")
    assert (quarter.total, quarter.signed_rate.exact) == (14, "11/13")
    add(ward, "document_months", year="2026", month="3", direction="out", total="7")
    assert documents.counts(ward, MARCH, "out").total == 7
    assert documents.counts(ward, MARCH, "out").signed is None


def test_late_documents_stand_under_who_handles_them(ward: Desk) -> None:
    typed = {"direction": "in", "booked_on": "02/03/2026", "subject": "a", "due_on": "05/03/2026"}
    add(ward, "documents", **typed, handler="Lê A")
    add(ward, "documents", **typed, handler="Lê B", done_on="06/03/2026")
    assert documents.late(ward) == (("Lê A", 1),)
    assert documents.counts(ward, MARCH, "in").late == 2


def test_a_campaign_names_the_days_without_a_number(ward: Desk) -> None:
    one = add(ward, "campaigns", name="Tuần lễ", first_on="01/03/2026", last_on="04/03/2026")
    add(ward, "tallies", campaign="Tuần", day="01/03", guided="10")
    add(ward, "tallies", campaign="Tuần", day="03/03", guided="5", installed="0")
    with pytest.raises(InputError, match="ngoài chiến dịch"):
        add(ward, "tallies", campaign="Tuần", day="06/03", guided="5")
    found = outreach.campaign(ward, one)
    assert found.sums == (None, 15, 0, None)
    assert [day.day for day in found.unnoted] == [2, 4]


def test_the_return_form_goes_out_and_comes_back_filled_in(ward: Desk, tmp_path: Path) -> None:
    path, filled = tmp_path / "phieu.xlsx", tmp_path / "da-dien.xlsx"
    assert returns.make(ward, 2026, 2, path) == 2
    rows: list[list[str]] = [list(row) for row in cells_of_file(path)]
    line = next(at for at, row in enumerate(rows) if row[1] == "Tổ dân phố 1")
    rows[line][2:5] = ["3", "40", ""]
    write_xlsx(filled, rows)
    found = returns.read(ward, [filled])[0]
    assert (found.year, found.month, len(found.pasted.rows)) == (2026, 2, 1)
    assert [one.reason for one in found.pasted.troubles] == ["tổ chưa điền số nào"]
    pasting.take(ward, found.pasted)
    kept = entries.listing(ward, "returns").entries[0]
    assert (kept.values["guided"], kept.values["households"]) == (40, None)
    assert returns.missing(ward, 2026, 2) == ("Tổ dân phố 2",)
    assert len(returns.read(ward, [filled])[0].pasted.known) == 1


def test_a_file_that_is_no_return_form_is_told(ward: Desk, tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", [["Tổ", "Số buổi"], ["Tổ dân phố 1", "3"]])
    with pytest.raises(InputError, match="không phải phiếu"):
        returns.read(ward, [tmp_path / "a.xlsx"])


def test_staff_flags_have_their_base_and_name_who_is_missing(sample: Desk) -> None:
    found = {one.title: one for one in assets.staff_flags(sample)}
    regular = found["Đăng nhập thường xuyên"]
    assert (regular.rate.shown, len(regular.without)) == ("95,00 %", 1)
    assert found["Chữ ký số"].rate.shown == "100,00 %"
    assert assets.old_devices(sample).total > 50
    assert assets.access_of_gone(sample) == ()


def test_the_sample_ward_has_something_in_every_ledger_and_nothing_ahead(sample: Desk) -> None:
    today = sample.now().date()
    for ledger in LEDGERS:
        found = entries.listing(sample, ledger.key, most=None).entries
        assert found, ledger.key
        days = [one.values[ledger.newest] for one in found if ledger.newest]
        assert all(isinstance(day, date) and day <= today for day in days), ledger.key
        assert isinstance(overview(sample, ledger.key), str)
    whole = digital(sample, month(2026, 9))
    assert whole.teams.coverage.rate.exact == "11/12"
    told = whole.duties
    assert told.total == told.open + told.soon + told.overdue + told.done + told.done_late > 0
    assert teams.idle(sample) == ("Tổ dân phố 11",)


def test_an_indicator_of_hamlets_stands_beside_what_teams_did_in_its_span(ward: Desk) -> None:
    add_indicator(ward, Plan("X1", "VNeID mức 2", Pillar.SOCIETY, base=Base.FROM_18))
    indicator = indicators(ward)[0]
    hamlet = int(hamlets.hamlets_used(ward)[0].id)
    for number, counted in ((1, 10), (2, 40)):
        draft = ValueDraft(Amount(counted, 100), indicator.plan.base)
        save_values(ward, month(2026, number), {(indicator.id, hamlet): draft})
    for day in ("15/01/2026", "15/02/2026"):
        add(ward, "activities", team="1", day=day, guided="7", form="door", topic="vneid")
    first, second, _ = beside(ward, indicator)
    assert (first.first, first.last, first.activities, first.guided) == (
        "10,00 % (10/100)",
        "40,00 % (40/100)",
        1,
        7,
    )
    assert (second.since, second.last) == (None, "")
