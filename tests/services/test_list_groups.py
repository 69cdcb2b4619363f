"""A list by groups: sub-totals add up, and each group opens exactly its dossiers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.query import Lateness, Query
from dxdesk.domain.state import OPEN_STATES, State
from dxdesk.services import listing
from dxdesk.services.list_groups import GroupBy, groups
from tests.kit import Clock, desk_over
from tests.services.many import everything, fill, listed, today

QUERIES = (
    Query(),
    Query(text="nguyen"),
    Query(states=frozenset({State.FINISHED, State.VOID}), channels=frozenset({Channel.POSTAL})),
    Query(lateness=Lateness.OVERDUE),
    Query(officer_id=2, text="an"),
    Query(hamlet_id=0),
    Query(text="không ai tên như vậy"),
)


@pytest.fixture(scope="module")
def many(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("groups")
    with desk_over(empty_database, Clock("20/07/2026 09:00"), folder=folder) as desk:
        fill(desk, 800)
    return folder / "desk.db"


@pytest.fixture
def desk(many: Path, tmp_path: Path) -> Iterator[Desk]:
    with desk_over(many, Clock("20/07/2026 09:00"), folder=tmp_path) as found:
        yield found


@pytest.mark.parametrize("by", GroupBy)
@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_sub_totals_add_up_and_each_group_opens_its_own_list(
    desk: Desk, by: GroupBy, query: Query
) -> None:
    found = groups(desk, query, by)
    records = {record.id: record for record in everything(desk)}
    assert sum(one.number for one in found) == len(listing.ids(desk, query))
    for one in found:
        ids = list(listing.ids(desk, one.query))
        assert len(ids) == one.number
        assert ids == listed(list(records.values()), one.query, today(desk))
        assert one.pending == sum(records[row].state in OPEN_STATES for row in ids)
        if query.lateness is None:
            overdue = Query(lateness=Lateness.OVERDUE)
            both = set(ids) & set(listing.ids(desk, overdue))
            assert one.overdue == len(both)


def test_groups_come_in_vietnamese_order_and_what_is_not_given_last(desk: Desk) -> None:
    names = [one.name for one in groups(desk, Query(), GroupBy.OFFICER)]
    assert names[-1] == "Chưa ghi"
    assert [name.split()[-1] for name in names if name.startswith("Cán bộ ")] == [
        *("Anh", "Ân", "cửa", "Đức", "Ích"),
    ]
