"""Half-typed forms: they come back to their officer, stand in no log and no figure."""

from dataclasses import replace

import pytest

from db.models import HamletRecord
from dxdesk.desk import Desk
from dxdesk.services import history, unsaved
from dxdesk.services.checking import check
from dxdesk.services.officers import add_officer
from dxdesk.services.opening import open_desk

TYPED = {"owner_name": "Nguyễn Thị Ánh", "content": "dòng một\ndòng hai", "fee": "8.000"}


def test_what_was_typed_comes_back_to_the_letter(desk: Desk) -> None:
    assert unsaved.kept(desk, "intake") == {}
    unsaved.keep(desk, "intake", {"fee": "1"})
    unsaved.keep(desk, "intake", TYPED)
    assert unsaved.kept(desk, "intake") == TYPED
    assert unsaved.kept(desk, "other") == {}


def test_it_is_in_the_file_at_once_so_that_a_crash_loses_nothing(desk: Desk) -> None:
    unsaved.keep(desk, "intake", TYPED)
    other = open_desk(desk.database.path)
    assert unsaved.kept(other, "intake") == TYPED
    other.close()


def test_officers_do_not_see_each_others_forms(desk: Desk) -> None:
    unsaved.keep(desk, "intake", TYPED)
    other = replace(desk, officer=add_officer(desk, "Lê Thị Hồng").id)
    assert unsaved.kept(other, "intake") == {}
    unsaved.keep(other, "intake", {"fee": "2"})
    unsaved.keep(desk, "intake", {})
    assert unsaved.kept(desk, "intake") == {}
    assert unsaved.kept(other, "intake") == {"fee": "2"}


def test_it_is_no_action_and_the_log_still_agrees(desk: Desk) -> None:
    unsaved.keep(desk, "intake", TYPED)
    unsaved.keep(desk, "intake", {"fee": "2"})
    assert history.last_undoable(desk) is None
    assert check(desk).ok


def test_nothing_else_can_be_written_beside_the_log(desk: Desk) -> None:
    with (
        pytest.raises(RuntimeError, match="outside of an action"),
        desk.database.aside() as session,
    ):
        session.add(HamletRecord(name="KP 1"))
