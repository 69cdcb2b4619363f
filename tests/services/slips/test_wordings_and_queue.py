"""What the ward changes on its slips, and what waits for a printer."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from dxdesk.desk import Desk
from dxdesk.domain.wording import SlipWording
from dxdesk.errors import DeskError, InputError
from dxdesk.services import history
from dxdesk.services import print_queue as queue
from dxdesk.services.slips import jobs
from dxdesk.services.slips.wordings import SLIPS, save_wording, wordings
from dxdesk.services.wordings import ALL
from tests.kit import receive

MINE = SlipWording(
    heading=("UBND XÃ B", "TRUNG TÂM"), signer=("GIÁM ĐỐC",), signer_name="Lò Thị Ngần",
    footer=("Quầy 3.",), contact="0277 3 123 456", paper="a5", copies=1,
)  # fmt: skip


def test_a_wording_is_kept_used_and_undone(desk: Desk) -> None:
    save_wording(desk, "receipt", MINE)
    assert wordings(desk) == {"receipt": MINE}
    slip = jobs.prepare(desk, [receive(desk).id], "receipt").slips[0]
    assert (slip.context.wording, slip.paper.key, slip.copies) == (MINE, "a5", 1)
    history.undo(desk)
    assert history.undo(desk) == "Sửa mẫu giấy tờ: giấy tiếp nhận hồ sơ và hẹn trả kết quả"
    assert wordings(desk) == {}


def test_what_one_form_leaves_open_comes_from_the_wording_of_all(desk: Desk) -> None:
    save_wording(desk, ALL, MINE)
    save_wording(desk, "stop", SlipWording(signer_name="Vừ A Sính"))
    found = SLIPS.of(desk, "stop")
    assert found == replace(MINE, signer_name="Vừ A Sính")


def test_back_to_the_original_is_an_action_of_its_own(desk: Desk) -> None:
    save_wording(desk, "receipt", MINE)
    save_wording(desk, "receipt", SlipWording())
    assert wordings(desk) == {}
    assert (history.last_undoable(desk) or "").startswith("Trở về mẫu gốc: giấy tiếp nhận")
    history.undo(desk)
    assert wordings(desk) == {"receipt": MINE}


def test_the_job_goes_before_the_settings(desk: Desk) -> None:
    save_wording(desk, "receipt", MINE)
    job = jobs.prepare(desk, [receive(desk).id], "receipt", paper="two", copies=3)
    assert (job.slips[0].paper.key, job.slips[0].copies) == ("two", 3)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"paper": "a3"}, "Khổ giấy"),
        ({"copies": 10}, "Số bản"),
        ({"copies": -1}, "Số bản"),
        ({"heading": ("x",) * 6}, "Tiêu đề bên trái"),
        ({"footer": ("x" * 201,)}, "Chân phiếu"),
        ({"signer_name": "x" * 201}, "Họ tên người ký"),
    ],
)
def test_what_no_slip_has_room_for_is_refused(
    desk: Desk, changes: dict[str, object], said: str
) -> None:
    with pytest.raises(InputError, match=said):
        save_wording(desk, "receipt", replace(SlipWording(), **changes))  # type: ignore[arg-type] # a case
    assert wordings(desk) == {}


def test_texts_are_kept_composed_and_without_control_characters(desk: Desk) -> None:
    save_wording(desk, "receipt", SlipWording(footer=("Qua\u0302\u0300y\u202e 3\u0000", "  ")))
    assert wordings(desk)["receipt"].footer == ("Quầy 3",)


def test_a_file_waits_is_read_back_and_is_gone_when_deleted(desk: Desk) -> None:
    queue.keep(desk, "Giấy tiếp nhận (3 phiếu)", b"%PDF-1.4 abc", sheets=3)
    (found,) = queue.queued(desk)
    assert (found.title, found.sheets, found.size) == ("Giấy tiếp nhận (3 phiếu)", 3, 12)
    assert queue.content_of(desk, found.id) == b"%PDF-1.4 abc"
    queue.remove(desk, found.id)
    assert queue.queued(desk) == ()
    queue.remove(desk, found.id)
    with pytest.raises(DeskError, match="không còn trong hàng chờ"):
        queue.content_of(desk, found.id)


def test_the_queue_leaves_no_trace_in_the_log(desk: Desk) -> None:
    before = history.events(desk)
    queue.keep(desk, "Giấy", b"%PDF rat-rieng-tu", sheets=1)
    (found,) = queue.queued(desk)
    queue.remove(desk, found.id)
    assert history.events(desk) == before
    with desk.reading() as session:
        session.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    path = desk.database.path
    assert path is not None
    assert b"rat-rieng-tu" not in path.read_bytes()


def test_a_file_beyond_reason_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "LARGEST", 3)
    with pytest.raises(InputError, match="hãy lưu PDF"):
        queue.keep(desk, "Giấy", b"1234", sheets=1)
