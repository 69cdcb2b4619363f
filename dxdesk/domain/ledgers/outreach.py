"""Outreach: events, campaigns with their daily tally, chat groups, pilot models."""

from dxdesk.domain.ledgers.field import Choices, Field, Kind, Ledger
from dxdesk.domain.ledgers.teams import NOTE

EVENT_FORMS: Choices = (
    ("conference", "Hội nghị"),
    ("briefing", "Họp giao ban, sinh hoạt"),
    ("loudspeaker", "Loa truyền thanh"),
    ("zalo", "Nhóm Zalo"),
    ("home", "Đến từng nhà"),
    ("school", "Trường học"),
    ("print", "Tờ rơi, pano, bài viết"),
    ("other", "Hình thức khác"),
)
CAMPAIGNS = Ledger(
    "campaigns",
    "Chiến dịch",
    "chiến dịch",
    (
        Field("name", "Tên chiến dịch", required=True, width=260),
        Field("first_on", "Từ ngày", Kind.DAY, required=True, width=100),
        Field("last_on", "Đến ngày", Kind.DAY, required=True, width=100),
        Field("goal", "Mục tiêu", Kind.LINES, width=220, most=2000),
        Field(
            "target", "Chỉ tiêu", Kind.COUNT, width=90, hint="Số người được hướng dẫn, nếu có giao"
        ),
        Field("lead", "Đơn vị thực hiện", width=150),
        Field("document", "Kế hoạch số", width=120),
        Field("result", "Đánh giá", Kind.LINES, width=200, most=2000),
    ),
    "Mỗi ngày ghi một dòng ở “Số liệu từng ngày”; hết chiến dịch thì bấm “Phiếu tổng kết”.",
    newest="first_on",
    derived=(("guided", "Đã hướng dẫn", 130),),
)
TALLIES = Ledger(
    "tallies",
    "Số liệu từng ngày",
    "số liệu ngày",
    (
        Field(
            "campaign",
            "Chiến dịch",
            Kind.LINK,
            required=True,
            to="campaigns",
            kept=True,
            width=240,
        ),
        Field("day", "Ngày", Kind.DAY, required=True, width=100),
        Field("volunteers", "Lượt tình nguyện viên", Kind.COUNT, width=150, summed=True),
        Field("guided", "Người được hướng dẫn", Kind.COUNT, width=150, summed=True),
        Field("installed", "Lượt cài ứng dụng", Kind.COUNT, width=130, summed=True),
        Field("signatures", "Chữ ký số đã cấp", Kind.COUNT, width=130, summed=True),
        NOTE,
    ),
    "Ngày nào chưa có số thì để trống, đừng ghi 0: phiếu tổng kết nêu rõ ngày chưa có số.",
    name="day",
    newest="day",
    repeats=True,
)
EVENTS = Ledger(
    "events",
    "Tuyên truyền",
    "hoạt động tuyên truyền",
    (
        Field("day", "Ngày", Kind.DAY, required=True, kept=True, width=100),
        Field("form", "Hình thức", Kind.CHOICE, choices=EVENT_FORMS, kept=True, width=170),
        Field("title", "Nội dung", required=True, width=280, most=500),
        Field(
            "reach",
            "Số người tiếp cận",
            Kind.COUNT,
            width=130,
            summed=True,
            also=("số người dự", "số người tham dự", "số lượt"),
        ),
        Field("times", "Số lượt phát, số tin", Kind.COUNT, width=140, summed=True),
        Field("hamlet", "Tổ dân phố", Kind.LINK, to="hamlets", width=140),
        Field("campaign", "Chiến dịch", Kind.LINK, to="campaigns", kept=True, width=180),
        Field("place", "Địa điểm", width=150),
        NOTE,
    ),
    "Hội nghị, giao ban, loa, Zalo, đến nhà, trường học: mỗi hoạt động một dòng.",
    name="title",
    newest="day",
    repeats=True,
)
GROUPS = Ledger(
    "groups",
    "Nhóm Zalo",
    "nhóm Zalo",
    (
        Field("name", "Tên nhóm", required=True, width=260),
        Field("hamlet", "Tổ dân phố", Kind.LINK, to="hamlets", width=160),
        Field("purpose", "Mục đích", width=220),
        Field("members", "Số thành viên", Kind.COUNT, width=120, summed=True),
        Field("counted_on", "Đếm ngày", Kind.DAY, width=100),
        Field("keeper", "Người quản trị", width=160),
        Field("opened_on", "Ngày lập", Kind.DAY, width=100),
        Field("closed_on", "Ngày đóng", Kind.DAY, width=100),
    ),
    "Chỉ ghi tên nhóm, địa bàn và số thành viên; nội dung tin nhắn không đưa vào chương trình.",
)
PILOTS = Ledger(
    "pilots",
    "Mô hình thí điểm",
    "mô hình",
    (
        Field("name", "Tên mô hình", required=True, width=260),
        Field("scope", "Phạm vi", width=200, most=500),
        Field("first_on", "Bắt đầu", Kind.DAY, width=100),
        Field("last_on", "Kết thúc", Kind.DAY, width=100),
        Field("document", "Văn bản", width=130),
        Field("goals", "Tiêu chí", Kind.LINES, width=240, most=2000),
        Field("result", "Kết quả", Kind.LINES, width=240, most=2000),
    ),
    "Ví dụ “3 không”: khai một lần, không tiền mặt, không phải đến tận nơi; trường học điện tử.",
)
