"""Each role does what is its own, below the window; the rest is refused in words and logged."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.dossier import Dossier
from dxdesk.domain.office import Office
from dxdesk.domain.paper import HandedPaper
from dxdesk.domain.period import month
from dxdesk.domain.query import Query
from dxdesk.domain.rights import RIGHTS, Right, Role
from dxdesk.errors import DeskError
from dxdesk.services import (
    closing,
    exporting,
    hamlets,
    history,
    list_export,
    officers,
    papers,
    settings,
    whole,
)
from dxdesk.services.backups import second
from dxdesk.services.list_export import Wanted
from tests.kit import Clock, desk_over, do, receive

Deed = Callable[[Desk, Dossier, Path], object]
DEEDS: dict[str, tuple[Right, Deed]] = {
    "intake": (Right.RECEIVE, lambda desk, _d, _p: receive(desk)),
    "finish": (Right.RECORD, lambda desk, d, _p: do(desk, Act.FINISH, d.id)),
    "papers": (
        Right.RECORD,
        lambda desk, d, _p: papers.check_papers(desk, d.id, [HandedPaper("Tờ khai")]),
    ),
    "office": (Right.OFFICE, lambda desk, _d, _p: settings.save_office(desk, Office(name="X"))),
    "hamlet": (Right.OFFICE, lambda desk, _d, _p: hamlets.add_hamlet(desk, "Tổ 1")),
    "officer": (Right.PEOPLE, lambda desk, _d, _p: officers.add_officer(desk, "Lê Thị Hoa")),
    "list": (
        Right.EXPORT,
        lambda desk, _d, path: exporting.export_dossiers(desk, Query(), path / "a.csv"),
    ),
    "filtered list": (
        Right.EXPORT,
        lambda desk, _d, path: list_export.export(desk, Wanted(Query(), (), ()), path / "b.csv"),
    ),
    "whole": (Right.EXPORT, lambda desk, _d, path: whole.export_everything(desk, path / "a.zip")),
    "second place": (Right.KEEP, lambda desk, _d, path: second.choose_second_place(desk, path)),
    "close": (
        Right.CLOSE,
        lambda desk, _d, _p: closing.close(desk, "ii06a", month(2026, 2)),
    ),
    "void": (Right.RECEIVE, lambda desk, d, _p: do(desk, Act.VOID, d.id)),
}


@pytest.fixture(scope="module")
def ward(empty_database: Path) -> Iterator[tuple[Desk, Dossier]]:
    with desk_over(empty_database, Clock()) as desk:
        yield desk, receive(desk)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("deed", DEEDS)
def test_a_role_does_exactly_what_it_has_the_right_to(
    ward: tuple[Desk, Dossier], role: Role, deed: str, tmp_path: Path
) -> None:
    desk, dossier = replace(ward[0], role=role), ward[1]
    right, act = DEEDS[deed]
    if right in RIGHTS[role]:
        if role is not Role.ADMINISTRATOR:  # each is done once here; other tests do the rest
            return
        act(desk, dossier, tmp_path)
        return
    before = history.events(desk)[0].action_id
    with pytest.raises(DeskError, match=f"Vai trò “{role.label}” không được {right.value}"):
        act(desk, dossier, tmp_path)
    (last, *_) = history.events(desk)
    assert last.action_id == before + 1
    assert last.name.startswith("Bị từ chối vì không có quyền: ")


def test_the_leader_reads_but_changes_nothing_and_every_right_has_an_owner() -> None:
    assert RIGHTS[Role.LEADER].isdisjoint({Right.RECEIVE, Right.RECORD, Right.IMPORT})
    assert frozenset[Right]().union(*RIGHTS.values()) == frozenset(Right)
