"""The papers of procedures and dossiers: a snapshot per dossier, missing is not "nobody looked"."""

import unicodedata

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.dossier import ProcedureId
from dxdesk.domain.paper import HandedPaper, Paper, PaperForm, complete, supplement_words
from dxdesk.domain.state import State
from dxdesk.errors import DeskError, InputError
from dxdesk.services import acts, catalogue, dossiers, history, papers
from dxdesk.services.checking import check
from tests.kit import in_state, receive

BIRTH = "1.001193"


def birth(desk: Desk) -> ProcedureId:
    return next(one.id for one in catalogue.procedures(desk) if one.code == BIRTH)


def test_the_shipped_catalogue_lists_the_papers_of_a_procedure(desk: Desk) -> None:
    found = papers.papers_of(desk, birth(desk))
    assert [one.name for one in found][:2] == [
        "Tờ khai",
        "Giấy chứng sinh (hoặc văn bản người làm chứng / giấy cam đoan)",
    ]
    assert [one.always for one in found] == [True, True, False, False, True]
    assert found[0].wanted is PaperForm.ORIGINAL
    assert Paper("Giấy khai sinh", copies=2).wanted is PaperForm.COPY


def test_papers_at_which_nobody_looked_are_not_missing(desk: Desk) -> None:
    dossier = receive(desk, procedure_id=birth(desk))
    found = papers.handed_in(desk, dossier.id)
    assert {one.form for one in found} == {None}
    assert supplement_words(found) == ""
    assert dossier.data_reused is None


def test_what_was_handed_in_stays_when_the_procedures_list_changes(desk: Desk) -> None:
    asked = complete(papers.papers_of(desk, birth(desk)))
    dossier = receive(desk, procedure_id=birth(desk), papers=asked)
    papers.set_papers(desk, birth(desk), [Paper("Tờ khai mới", originals=1)])
    assert papers.handed_in(desk, dossier.id) == asked
    assert [one.name for one in papers.papers_of(desk, birth(desk))] == ["Tờ khai mới"]
    history.undo(desk)
    assert len(papers.papers_of(desk, birth(desk))) == 5
    assert check(desk).ok


def test_missing_papers_become_the_words_of_a_supplement_request(desk: Desk) -> None:
    handed = (
        HandedPaper("Tờ khai", PaperForm.ORIGINAL),
        HandedPaper("Giấy chứng sinh", PaperForm.MISSING),
        HandedPaper("Bản vẽ", PaperForm.MISSING, number=2),
        HandedPaper("Văn bản ủy quyền", None, always=False),
    )
    dossier = receive(desk, papers=handed)
    words = supplement_words(papers.handed_in(desk, dossier.id))
    assert words == "1. Giấy chứng sinh\n2. Bản vẽ (2 bản)"
    assert acts.request_supplement(desk, dossier.id, reason=words).stopped_since is not None


def test_looking_at_the_papers_again_is_one_action_and_one_undo(desk: Desk) -> None:
    first = (HandedPaper("Tờ khai", PaperForm.MISSING), HandedPaper("Căn cước", PaperForm.COPY))
    dossier = receive(desk, papers=first)
    assert dossier.data_reused is False
    second = (
        HandedPaper(unicodedata.normalize("NFD", " Tờ  khai\u200b"), PaperForm.ORIGINAL),
        HandedPaper("Căn cước", PaperForm.FROM_DATA),
    )
    papers.check_papers(desk, dossier.id, second)
    assert [one.name for one in papers.handed_in(desk, dossier.id)] == ["Tờ khai", "Căn cước"]
    assert dossiers.get(desk, dossier.id).data_reused is True
    assert history.undo(desk) == f"Đối chiếu giấy tờ hồ sơ số {dossier.book}"
    assert papers.handed_in(desk, dossier.id) == first
    assert dossiers.get(desk, dossier.id) == dossier
    history.undo(desk)
    assert check(desk).ok


@pytest.mark.parametrize("name", ["", " \u200b ", "\u202e"])
def test_a_paper_without_a_name_is_refused(desk: Desk, name: str) -> None:
    dossier = receive(desk)
    with pytest.raises(InputError, match="Giấy tờ: có dòng chưa ghi tên"):
        papers.check_papers(desk, dossier.id, [HandedPaper(name, PaperForm.COPY)])
    with pytest.raises(InputError, match="Giấy tờ: có dòng chưa ghi tên"):
        papers.set_papers(desk, ProcedureId(1), [Paper(name)])


def test_endless_lists_void_dossiers_and_unknown_procedures_are_refused(desk: Desk) -> None:
    many = [HandedPaper(f"Giấy {number}") for number in range(101)]
    with pytest.raises(InputError, match="nhiều nhất 100 loại"):
        papers.check_papers(desk, receive(desk).id, many)
    with pytest.raises(DeskError, match="không còn trong danh mục"):
        papers.set_papers(desk, ProcedureId(99_999), [Paper("Tờ khai")])
    void = in_state(desk, State.VOID)
    with pytest.raises(DeskError, match="đã hủy"):
        papers.check_papers(desk, void.id, many[:1])
