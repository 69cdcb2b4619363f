"""After its term a dossier's personal data is gone from the file; every figure stays as it was."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from db.seals import first_break
from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.dossier import DossierId, Person
from dxdesk.domain.outcome import EarlyRule
from dxdesk.domain.period import Period, month
from dxdesk.domain.query import Query
from dxdesk.domain.rights import Role
from dxdesk.domain.state import State
from dxdesk.errors import DeskError, InputError
from dxdesk.services import (
    attachments,
    dossiers,
    history,
    imports,
    listing,
    people,
    saved_searches,
    service_statistics,
    statistics,
    unsaved,
)
from dxdesk.services.checking import check
from dxdesk.services.correction import correct
from dxdesk.services.retention import due, remove
from dxdesk.services.retention.terms import Scope, drop_term, own_terms, set_term
from dxdesk.services.slips import jobs
from dxdesk.services.timeline import timeline
from tests.kit import Clock, desk_over, do, in_state, receive
from tests.services.recount import Office, Step, histories
from tests.services.retention.lives import (
    PERSON,
    declined,
    found_in_files,
    live,
    names,
    taken_back,
)

ALL, DECIDED = Scope(), date(2018, 1, 2)
STAYS = Person("Lê Ở Lại", "038000000001", "0900000001")


def keep_for(desk: Desk, years: int | None, scope: Scope = ALL) -> None:
    set_term(desk, scope, years, document="Quyết định 12/QĐ-UBND", decided_on=DECIDED)


@pytest.fixture(scope="module")
def lived(
    empty_database: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Desk, DossierId, list[str]]]:
    """A ward after the removal, the dossier whose life was fullest, the marks of before."""
    clock, folder = Clock(), tmp_path_factory.mktemp("lived")
    (folder / "data").mkdir()
    with desk_over(empty_database, clock, folder=folder / "data") as desk:
        key = live(desk, clock, folder)
        declined(desk)
        taken_back(desk)
        clock.set("12/03/2026 08:00")
        receive(desk, owner=STAYS)
        keep_for(desk, 5)
        assert desk.database.path is not None
        before = found_in_files(desk.database.path)
        assert remove.remove(desk, confirmed=2) == remove.Removed(2, 1, swept=True)
        yield desk, key, before


def test_no_trace_of_the_people_is_left_in_the_file(
    lived: tuple[Desk, DossierId, list[str]],
) -> None:
    desk, _key, before = lived
    assert {"Zequoc", "wumbo", "038099887766", "zeq", "mbo"} <= set(before)
    assert desk.database.path is not None
    assert found_in_files(desk.database.path) == []
    assert not remove.is_unswept(desk)


def test_everything_still_agrees_and_the_chain_holds(
    lived: tuple[Desk, DossierId, list[str]],
) -> None:
    assert [one.problems for one in check(lived[0]).checks if not one.ok] == []


def test_what_is_no_personal_data_stays(lived: tuple[Desk, DossierId, list[str]]) -> None:
    desk, key, _before = lived
    kept = dossiers.get(desk, key)
    assert (kept.code, kept.book, kept.outcome) == ("H99.12-180312-0777", "2018/000001", "late")
    assert kept.state is State.RETURNED
    assert kept.data_removed_at == desk.now()
    told = [one.name for one in timeline(desk, key)]
    assert "Sửa thông tin H99.12-180312-0777" in told
    assert told[-1] == "Xóa dữ liệu cá nhân của 2 hồ sơ hết thời hạn lưu trữ"
    assert "Gỡ tệp khỏi hồ sơ H99.12-180312-0777" in names(desk)
    assert list(listing.ids(desk, Query(text="180312-0777"))) == [key]
    line = listing.first_page(desk, Query(text="180312-0777")).lines[0]
    assert line.owner == "(đã xóa dữ liệu cá nhân)"


def test_what_named_them_elsewhere_is_gone_too(lived: tuple[Desk, DossierId, list[str]]) -> None:
    desk = lived[0]
    assert imports.waiting_rows(desk) == ()
    assert saved_searches.searches(desk) == ()
    assert unsaved.kept(desk, "intake") == {}
    assert people.known(desk, PERSON.id_no) == ()
    assert people.known(desk, STAYS.id_no)[0].person == STAYS


def test_nothing_more_is_written_about_such_a_dossier(
    lived: tuple[Desk, DossierId, list[str]], tmp_path: Path
) -> None:
    desk, key, _before = lived
    again = "Mã hồ sơ;Mã TTHC;Chủ hồ sơ;Ngày tiếp nhận\n"
    again += "H99.12-180312-0777;1.001193;Zequoc Thị Ngọc Quyxuxu;12/03/2018 08:00"
    (tmp_path / "so.csv").write_text(again, encoding="utf-8")
    imports.run(desk, tmp_path / "so.csv")
    assert dossiers.get(desk, key).owner.name == ""
    for deed in (
        lambda: correct(desk, key, {"owner_name": "Zequoc"}, reason="tên"),
        lambda: do(desk, Act.VOID, key),
        lambda: attachments.attach(desk, key, [("a.pdf", b"%PDF-1.4\n%%EOF\n")]),
        lambda: due.hold(desk, key, "khiếu nại"),
    ):
        with pytest.raises(DeskError, match="đã xóa dữ liệu cá nhân"):
            deed()
    assert "đã xóa dữ liệu cá nhân" in jobs.prepare(desk, [key], "receipt").skipped[0].why


def test_neither_the_removal_nor_what_it_emptied_is_taken_back(desk: Desk, clock: Clock) -> None:
    in_state(desk, State.RETURNED)
    clock.set("12/03/2035 08:00")
    keep_for(desk, 5)
    history.undo(desk)
    history.redo(desk)
    remove.remove(desk, confirmed=1)
    assert history.last_undoable(desk) == "Đặt thời hạn lưu trữ mọi thủ tục còn lại: 5 năm"
    history.undo(desk)
    with pytest.raises(DeskError, match="Xóa dữ liệu cá nhân của 1 hồ sơ"):
        history.undo(desk)


def test_only_ended_dossiers_past_the_wards_own_term_go(desk: Desk, clock: Clock) -> None:
    states = {state: in_state(desk, state).id for state in State}
    clock.set("08/03/2031 23:59")
    assert not due.overview(desk).has_terms
    assert due.overview(desk).due == 0
    keep_for(desk, 5)
    assert due.overview(desk).due == 0  # one minute and a night too early
    clock.set("09/03/2031 08:00")
    found = due.overview(desk)
    over = {
        *(State.RETURNED, State.WITHDRAWN, State.STOPPED, State.CLOSED),
        *(State.DECLINED, State.VOID),
    }
    assert {one.id for one in found.listed} == {states[state] for state in over}
    assert found.waiting == 1
    assert {one.due_at for one in found.listed} == {desk.now()}


def test_a_procedures_term_goes_before_its_fields_and_that_before_the_common_one(
    desk: Desk, clock: Clock
) -> None:
    made = in_state(desk, State.RETURNED)
    clock.set("09/03/2031 08:00")
    keep_for(desk, 5)
    keep_for(desk, None, Scope(procedure_id=made.procedure_id))
    assert due.overview(desk).due == 0
    drop_term(desk, own_terms(desk)[-1].id)
    assert due.overview(desk).due == 1
    keep_for(desk, 6, Scope(field_id=1))
    assert due.overview(desk).due == 0
    clock.set("09/03/2032 08:00")
    assert due.overview(desk).listed[0].term == "6 năm"


def test_a_dossier_that_is_held_back_stays_until_it_is_released(desk: Desk, clock: Clock) -> None:
    held, other = in_state(desk, State.RETURNED), in_state(desk, State.RETURNED)
    clock.set("12/03/2035 08:00")
    keep_for(desk, 5)
    due.hold(desk, held.id, "Đang có khiếu nại của chủ hồ sơ")
    assert (due.overview(desk).due, due.overview(desk).held) == (1, 1)
    remove.remove(desk, confirmed=1)
    assert dossiers.get(desk, held.id).owner.name
    assert not dossiers.get(desk, other.id).owner.name
    due.release(desk, held.id)
    assert due.overview(desk).due == 1
    with pytest.raises(InputError, match="Lý do giữ lại"):
        due.hold(desk, held.id, " \u200b")


def test_the_number_typed_must_be_the_number_that_goes(desk: Desk, clock: Clock) -> None:
    made = in_state(desk, State.RETURNED)
    clock.set("12/03/2035 08:00")
    keep_for(desk, 5)
    for wrong in (0, 2):
        with pytest.raises(InputError, match="có 1 hồ sơ hết thời hạn lưu trữ, không phải"):
            remove.remove(desk, confirmed=wrong)
    for role in (Role.CLERK, Role.SPECIALIST, Role.LEADER):
        with pytest.raises(DeskError, match="Quản trị"):
            remove.remove(replace(desk, role=role), confirmed=1)
    assert dossiers.get(desk, made.id).owner.name


def test_a_log_that_was_edited_is_not_emptied_before_somebody_looked(
    desk: Desk, clock: Clock
) -> None:
    in_state(desk, State.RETURNED)
    clock.set("12/03/2035 08:00")
    keep_for(desk, 5)
    assert desk.database.path is not None
    desk.close()
    with closing(sqlite3.connect(desk.database.path)) as file, file:
        file.execute("DROP TRIGGER action_keeps_update")
        file.execute("UPDATE action SET name = 'Khác' WHERE id = 2")
    with pytest.raises(DeskError, match=r"nhật ký không còn nguyên vẹn.*thao tác số 2"):
        remove.remove(desk, confirmed=1)


def test_two_removals_over_the_same_block_of_the_log(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    head = "Mã hồ sơ;Mã TTHC;Chủ hồ sơ;Ngày tiếp nhận;Ngày có kết quả;Ngày trả kết quả;Hình thức"
    lines = [f"{head} tiếp nhận"]
    for number, year in enumerate((2018, 2018, 2021), start=1):
        day = f"12/03/{year} 08:00"
        lines.append(
            f"H99.12-1-{number};1.001193;Zequoc Quyxuxu {number};{day};{day};{day};Trực tiếp"
        )
    (tmp_path / "so.csv").write_text("\n".join(lines), encoding="utf-8")
    clock.set("12/03/2024 09:00")
    imports.run(desk, tmp_path / "so.csv")
    keep_for(desk, 5)
    remove.remove(desk, confirmed=2)
    clock.set("12/03/2026 09:00")
    assert listing.first_page(desk, Query()).lines[0].owner == "Zequoc Quyxuxu 3"
    remove.remove(desk, confirmed=1)
    assert desk.database.path is not None
    assert found_in_files(desk.database.path) == []
    assert [one.problems for one in check(desk).checks if not one.ok] == []


def figures(desk: Desk) -> list[object]:
    """Every number of some periods: under every grouping, and under every rule."""
    asked = [(EarlyRule.SESSION, by) for by in statistics.GROUP_KINDS]
    asked += [(rule, "field") for rule in EarlyRule]
    periods = [Period(date(2026, 1, 1), date(2026, 12, 31)), month(2026, 4)]
    found: list[object] = [
        replace(statistics.statistics(desk, period, by=by, early_rule=rule), last_action=0)
        for period in periods
        for rule, by in asked
    ]
    return found + [service_statistics.service_statistics(desk, one).groups for one in periods]


@settings(max_examples=3, phases=[Phase.generate])
@given(history=histories)
def test_no_figure_of_any_period_moves(empty_database: Path, history: list[Step]) -> None:
    clock = Clock()
    with desk_over(empty_database, clock) as desk:
        office = Office(desk, clock)
        for step in history:
            office.take(step)
        clock.set("12/03/2045 08:00")
        keep_for(desk, 1)
        before, count = figures(desk), due.overview(desk).due
        if count:
            remove.remove(desk, confirmed=count)
        assert figures(desk) == before
        with desk.reading() as session:
            assert first_break(session) is None
