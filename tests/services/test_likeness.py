"""Published reports come out of logged data: their figures where they hold, else the right ones."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dxdesk.demo.likes import likeness
from dxdesk.desk import Desk
from dxdesk.domain.indicators.board import Board
from dxdesk.domain.indicators.standing import Grade
from dxdesk.domain.period import Period, month
from dxdesk.errors import DeskError, InputError
from dxdesk.reports.digital.facts import gather
from dxdesk.reports.digital.text import body
from dxdesk.reports.wording import count_text
from dxdesk.services import reporting, statistics
from dxdesk.services.digital import committee_report, duties, outreach, parts
from dxdesk.services.indicators.board import board
from dxdesk.services.indicators.computed import sum_of
from dxdesk.services.ledgers import entries
from dxdesk.services.likeness import make_like
from tests.kit import Clock, desk_over

SEEDS = Path(__file__).parents[1] / "samples" / "expected" / "seed-findings.json"
SHARE, NOTE = json.loads(SEEDS.read_text(encoding="utf-8"))
SAID = {
    "phuong-11": (
        "tiếp nhận 3.452 hồ sơ, trong đó trực tuyến 3.452 hồ sơ, tỷ lệ 100,00 % (3.452/3.452)",
        "trước hạn 99,91 % (3.449/3.452)",
        "báo cáo ghi 99,96 % nhưng 3.449/3.452 là 99,91 %",
        "trên 65 %; tính trên người dân từ 18 tuổi trở lên",
        "100,00 % (110/110)",
        "xử lý qua môi trường mạng: 100,00 %",
        "có tài khoản phần mềm quản lý văn bản: 100,00 %",
        "Ban Chỉ đạo gồm 10 thành viên, trưởng ban là Bí thư Đảng ủy phường",
        "Có 110 tổ công nghệ số cộng đồng, ở 110/110 tổ dân phố",
        "hội nghị 4; họp giao ban, sinh hoạt 9; loa truyền thanh 18; nhóm Zalo 12",
    ),
    "ngoc-phung": (
        "ký số và phát hành trên môi trường mạng: 100,00 %",
        "Số trạm phát sóng thông tin di động: 8 trạm",
        "phủ sóng di động băng rộng: 100,00 % (7/7)",
        "Có 7 tổ công nghệ số cộng đồng, ở 7/7",
        "“Trường học điện tử”: Tất cả các trường đã tiếp cận",
        "trên 60 %; tính trên người dân trên 15 tuổi; mức giao 80 %; đánh giá: khác mẫu số",
        "công dân từ 15 tuổi trở lên; hai nhóm khác nhau",
        "Tỷ lệ người dân trưởng thành có tài khoản VNeID mức độ 2",
        "Thí điểm mô hình 3 không",
    ),
    "trung-nhi": (
        "trực tuyến 93 hồ sơ, tỷ lệ 46,50 % (93/200)",
        "100,00 % (8/8)",
        "thư điện tử công vụ: 100,00 %",
        "tài khoản trên Cổng Dịch vụ công quốc gia: 100,00 %",
        "tài khoản phần mềm quản lý văn bản: 100,00 %",
        "xử lý qua môi trường mạng: 100,00 %",
        "Internet băng rộng cố định: 90 %; tính trên hộ gia đình; mức giao 90 %; đánh giá: đạt",
        "trên 86 %",
    ),
    "hiep-tan": (
        "tài khoản phần mềm quản lý văn bản: 100,00 %",
        "thường xuyên đăng nhập để xử lý công việc: 95,00 % (19/20)",
        "mức giao 95 %; đánh giá: đạt",
        "thường xuyên dùng thư điện tử công vụ: 100,00 %",
        "100,00 % (5/5)",
        "Phần mềm Một cửa điện tử; Phần mềm hộ tịch; Phần mềm chứng thực điện tử; Phần mềm Egov",
    ),
    "huong-tra": (
        "tiếp nhận 5.810 hồ sơ",
        "đã giải quyết 5.203 hồ sơ",
        "đúng và trước hạn 93,20 % (4.849/5.203), quá hạn 6,80 % (354/5.203)",
        "đang giải quyết 607 hồ sơ",
        "Số tổ công nghệ số cộng đồng: 72 tổ",
        "Số thành viên tổ công nghệ số cộng đồng: 388 thành viên",
        "trên 93 %",
        "Có 72 tổ công nghệ số cộng đồng với 388 thành viên, ở 9/9",
        "xử lý qua môi trường mạng: 100,00 %",
    ),
}


Made = tuple[str, Desk, Period]


@pytest.fixture(scope="module", params=SAID)
def like(request: pytest.FixtureRequest, empty_database: Path) -> Iterator[Made]:
    with desk_over(empty_database, Clock("01/11/2024 08:00")) as desk:
        yield request.param, desk, make_like(desk, request.param).period


def test_the_report_states_what_was_published(like: Made) -> None:
    key, desk, period = like
    text = "\n".join(line.text for line in body(gather(reporting.source(desk), period)))
    assert [said for said in SAID[key] if said not in text] == []
    assert "99,96" not in text.replace("báo cáo ghi 99,96 % nhưng", "")


def test_what_the_report_counts_comes_from_ledgers_and_can_be_listed(like: Made) -> None:
    key, desk, period = like
    codes = set(likeness(key).counted)
    assert codes, key
    for row in board(desk, period).rows:
        if row.indicator.plan.code in codes:
            assert row.value is None, "nobody typed it"
            assert row.own is not None
            base = row.indicator.plan.base
            rows = parts.behind(desk, row.indicator.plan.computed, period)
            assert sum_of(rows, base) == row.amount is not None


def test_figures_that_were_published_wrong_are_set_right(like: Made) -> None:
    """Beside the quotes of the articles: the counts, what was printed, what is right."""
    key, desk, period = like
    text = "\n".join(line.text for line in body(gather(reporting.source(desk), period)))
    total = statistics.statistics(desk, period).total
    if key == "phuong-11":
        assert SHARE["counts"] == f"{total.early}/{total.received}"
        assert SHARE["computed"] in text
        assert f"báo cáo ghi {SHARE['printed']} nhưng" in text
    if key == "huong-tra":
        assert NOTE["quote"] == (
            f"{count_text(total.received)} hồ sơ, đã giải quyết {count_text(total.resolved)}"
        )
        assert f"đang giải quyết {NOTE['open']} hồ sơ" in text


def test_the_youth_week_closes_with_its_daily_tally(empty_database: Path, tmp_path: Path) -> None:
    with desk_over(empty_database, Clock("01/11/2024 08:00")) as desk:
        make_like(desk, "ngoc-phung")
        one = entries.listing(desk, "campaigns").entries[0]
        sheet = outreach.campaign(desk, one.id)
        assert (sheet.first_on, sheet.last_on) == (date(2024, 8, 23), date(2024, 8, 30))
        assert len(sheet.days) == 8
        assert sheet.unnoted == ()
        assert duties.meetings(desk, month(2024, 8)) == 1
        asked = [row.title for row in duties.duties(desk)]
        assert len(asked) == 3
        committee_report.write(desk, tmp_path / "bc.docx", month(2024, 8))
        assert (tmp_path / "bc.docx").stat().st_size > 5000


def test_what_is_missing_is_named_and_never_zero(like: Made) -> None:
    _key, desk, period = like
    found: Board = gather(reporting.source(desk), period).board
    for row in found.rows:
        assert (row.standing.grade is Grade.MISSING) == (
            row.amount is None or row.amount.worth is None
        )


def test_a_likeness_needs_an_empty_book_a_known_name_and_a_past_day(
    desk: Desk, clock: Clock
) -> None:
    with pytest.raises(InputError, match="hãy chọn một trong: hiep-tan, huong-tra"):
        make_like(desk, "../phuong-11")
    clock.set("01/02/2023 08:00")
    with pytest.raises(DeskError, match="sau ngày hôm nay"):
        make_like(desk, "hiep-tan")
    clock.set("01/11/2024 08:00")
    assert make_like(desk, "trung-nhi").period.last == date(2024, 6, 30)
    with pytest.raises(DeskError, match="Sổ đã có hồ sơ"):
        make_like(desk, "trung-nhi")
