"""The start page warns of what will hurt: next year's days, a ward without a name."""

from dataclasses import replace
from datetime import date

from dxdesk.desk import Desk
from dxdesk.domain.backup import Reason
from dxdesk.domain.calendar import DayException, DayKind
from dxdesk.services import cautions, settings
from dxdesk.services.backups import making
from dxdesk.services.ledgers import entries
from tests.kit import Clock, receive


def texts(desk: Desk) -> str:
    return "\n".join(one.text for one in cautions.cautions(desk))


def test_a_ward_without_a_name_is_told_so_until_it_has_one(desk: Desk) -> None:
    assert "Chưa ghi tên đơn vị" in texts(desk)
    settings.save_office(desk, replace(settings.office(desk), name="phường An Bình"))
    assert texts(desk) == ""


def test_days_of_next_year_that_nobody_announced_are_asked_for_in_november(
    desk: Desk, clock: Clock
) -> None:
    clock.set("31/10/2028 08:00")
    assert "năm 2029" not in texts(desk)
    clock.set("01/11/2028 08:00")
    assert "Ngày nghỉ lễ năm 2029 mới tính theo luật" in texts(desk)
    settings.save_day(
        desk, DayException(date(2029, 2, 12), DayKind.CLOSURE, "nghỉ Tết", source="TB 1/TB")
    )
    assert "năm 2029" not in texts(desk)


def test_a_year_without_any_days_is_told_at_once(desk: Desk, clock: Clock) -> None:
    clock.set("05/01/2035 08:00")
    assert "chưa có ngày nghỉ lễ năm 2036" in texts(desk)


def test_a_ward_with_dossiers_is_told_to_back_up(desk: Desk, clock: Clock) -> None:
    assert "sao lưu" not in texts(desk)
    receive(desk)
    assert "Chưa có bản sao lưu nào" in texts(desk)
    making.make(desk, Reason.BY_HAND)
    assert "sao lưu" not in texts(desk)
    clock.later(days=9)
    assert "Bản sao lưu mới nhất đã cũ 9 ngày" in texts(desk)


def test_tasks_that_press_are_told_until_they_are_done(desk: Desk, clock: Clock) -> None:
    task = {"title": "Rà soát", "lead": "Văn phòng", "given_on": "02/03", "due_on": "10/03"}
    one = entries.add(desk, "duties", task)
    assert "1 nhiệm vụ sắp đến hạn" in texts(desk)
    clock.set("11/03/2026 08:00")
    assert "1 nhiệm vụ đã quá hạn" in texts(desk)
    entries.change(desk, "duties", one, {**task, "done_on": "11/03/2026"})
    assert "nhiệm vụ" not in texts(desk)
