"""Many dossiers alike in one action, and a dossier whose papers are missing."""

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.dossier import Person
from dxdesk.domain.paper import HandedPaper, PaperForm
from dxdesk.domain.query import Query
from dxdesk.domain.state import State
from dxdesk.errors import InputError
from dxdesk.services import acts, doubts, history, intake, listing, papers
from dxdesk.services.checking import check
from dxdesk.services.incomplete import receive_incomplete
from dxdesk.services.timeline import timeline
from tests.kit import Clock, draft, receive

HANDED = (HandedPaper("Tờ khai", PaperForm.ORIGINAL), HandedPaper("Căn cước", PaperForm.MISSING))


def count(desk: Desk) -> int:
    return len(listing.ids(desk, Query()))


def test_twenty_alike_get_twenty_numbers_in_one_action_and_one_undo(desk: Desk) -> None:
    receive(desk)
    found = intake.receive_many(desk, draft(papers=HANDED), 20)
    assert [one.book_number for one in found] == [*range(2, 22)]
    assert {papers.handed_in(desk, one.id) for one in found} == {HANDED}
    assert history.undo(desk) == "Tiếp nhận 20 hồ sơ"
    assert count(desk) == 1
    assert history.redo(desk) == "Tiếp nhận 20 hồ sơ"
    assert count(desk) == 21
    assert check(desk).ok


@pytest.mark.parametrize(("number", "code"), [(0, ""), (201, ""), (-5, ""), (2, "H99-1")])
def test_a_number_or_a_code_that_cannot_be_keeps_nothing(
    desk: Desk, number: int, code: str
) -> None:
    with pytest.raises(InputError, match=r"^(Số hồ sơ|Mã hồ sơ): "):
        intake.receive_many(desk, draft(code=code), number)
    assert count(desk) == 0


def test_missing_papers_stop_the_clock_with_the_receipt(desk: Desk, clock: Clock) -> None:
    dossier = receive_incomplete(desk, draft(papers=HANDED))
    assert dossier.state is State.AWAITING_SUPPLEMENT
    assert dossier.stopped_since == dossier.received_at == clock()
    assert [one.name for one in timeline(desk, dossier.id)][-1].startswith("Tiếp nhận hồ sơ và")
    clock.later(days=2)
    resumed = acts.resume(desk, dossier.id)
    assert resumed.due_at is not None
    assert dossier.due_at is not None
    assert resumed.due_at > dossier.due_at
    assert check(desk).ok


def test_without_missing_papers_nothing_is_asked_for(desk: Desk) -> None:
    with pytest.raises(InputError, match=r"^Giấy tờ: chưa đánh dấu"):
        receive_incomplete(desk, draft(papers=HANDED[:1]))
    assert count(desk) == 0


def test_the_question_names_the_dossier_of_this_morning(desk: Desk, clock: Clock) -> None:
    mine = receive(desk, owner=Person("Trần Văn Đức", "079203001234"))
    told = doubts.same_today(desk, draft(owner=Person("Đức Trần", "079203001234")))
    assert told is not None
    assert f"số {mine.book}" in told
    assert "079203001234" not in told
    assert doubts.same_today(desk, draft(owner=Person("Trần Văn Đức", "079203009999"))) is None
    clock.later(days=1)
    assert doubts.same_today(desk, draft(owner=mine.owner)) is None
