"""Sentences with numbers from published articles of wards: what is wrong, and nothing else."""

import json
from pathlib import Path

import pytest

from dxdesk.domain.claims import FindingKind, check_text

SEEDS = Path(__file__).parents[2] / "samples" / "expected" / "seed-findings.json"
SHARE, NOTE = json.loads(SEEDS.read_text(encoding="utf-8"))
WITH_SHARE = (
    "Ban Chỉ đạo gồm 10 thành viên do đồng chí Bí thư làm Trưởng ban và Tổ công nghệ số cộng đồng "
    "gồm 110 tổ dân phố. Tỷ lệ dân số từ 18 tuổi trở lên có tài khoản thanh toán điện tử đạt trên "
    "65%.\n\nTừ đầu năm 2023 đến nay phường đã tiếp nhận 3.452 hồ sơ trực tuyến một phần và toàn "
    "trình đạt tỷ lệ 100%. Giải quyết trước hạn 3.449 hồ sơ đạt 99,96%."
)
WITH_NOTE = (
    "Chiều ngày 14/9, trong 9 tháng đầu năm 2022, trung tâm hành chính công thị xã tiếp nhận 5.810 "
    "hồ sơ, đã giải quyết 5.203 hồ sơ, trong đó, hồ sơ giải quyết trước hạn và đúng hạn chiếm trên "
    "93%, hồ sơ quá hạn 6,8%. 100% hồ sơ thủ tục hành chính được số hóa trên hệ thống. Thành lập "
    "72 tổ công nghệ số cộng đồng ở 9 xã, phường với 388 thành viên.\nTruy cập tổng 8.131.225"
)
SOUND = (
    "Đến nay, 8/8 tổ dân phố trên địa bàn phường đã thành lập Tổ công tác.",
    "100% văn bản đi, đến được xử lý; tỷ lệ hồ sơ tiếp nhận trực tuyến chiếm hơn 46%.",
    "Hệ thống hội nghị truyền hình trực tuyến tại 136 xã, phường, thị trấn được vận hành hiệu quả.",
    "Toàn tỉnh kích hoạt hơn 625.200 tài khoản định danh, đạt hơn 86%; có hơn 14.800 chữ ký số.",
    "Xã có 8 trạm phát sóng đảm bảo 100% thôn được phủ sóng. Thành lập 7 tổ số tại 7 thôn.",
    "Đã có khoảng trên 60% người dân trên 15 tuổi thanh toán trực tuyến.",
    "Từ ngày 23/8 đến hết ngày 30/8/2024; phấn đấu 80% công dân từ 15 tuổi có tài khoản số.",
    "Tỷ lệ thường xuyên đăng nhập đạt 95%, ở 5 khu phố, 2 cấp, mức độ 3, mức độ 4.",
)


def test_the_share_of_the_first_article_is_found_and_nothing_else() -> None:
    (found,) = check_text(WITH_SHARE)
    assert found.kind is FindingKind.SHARE
    assert found.quote == SHARE["quote"]
    assert (found.counts, found.printed, found.computed) == (
        SHARE["counts"],
        SHARE["printed"],
        SHARE["computed"],
    )


def test_the_dossiers_that_the_last_article_leaves_out_are_counted_and_nothing_else() -> None:
    (found,) = check_text(WITH_NOTE)
    assert found.kind is FindingKind.NOTE
    assert found.quote == NOTE["quote"]
    assert found.open == NOTE["open"]


@pytest.mark.parametrize("text", SOUND)
def test_the_other_sentences_are_left_alone(text: str) -> None:
    assert check_text(text) == ()
