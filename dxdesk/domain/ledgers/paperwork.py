"""Documents that come in and go out: one by one, or as totals of a month."""

from dxdesk.domain.ledgers.field import YES_NO, Choices, Field, Kind, Ledger
from dxdesk.domain.ledgers.teams import NOTE

IN, OUT = "in", "out"
DIRECTIONS: Choices = ((IN, "Văn bản đến"), (OUT, "Văn bản đi"))
NETWORK, PAPER = "network", "paper"
MEDIA: Choices = (("", "Chưa rõ"), (NETWORK, "Trên môi trường mạng"), (PAPER, "Trên giấy"))
DIRECTION = Field(
    "direction",
    "Đến, đi",
    Kind.CHOICE,
    required=True,
    choices=DIRECTIONS,
    kept=True,
    width=110,
    also=("loại sổ", "chiều", "đến đi"),
    told_above=True,
)
KIND = Field(
    "kind",
    "Loại văn bản",
    Kind.CHOICE,
    offers="document_kinds",
    kept=True,
    width=120,
    also=("hình thức văn bản", "tên loại", "thể loại"),
)
SUBJECT_HEADINGS = (
    *("nội dung", "trích yếu nội dung", "nội dung trích yếu", "trích yếu văn bản"),
    *("tên loại và trích yếu nội dung", "tên loại và trích yếu nội dung văn bản", "về việc"),
)
HANDLER_HEADINGS = (
    *("cán bộ xử lý", "người thụ lý", "đơn vị hoặc người nhận", "đơn vị người nhận"),
    *("người nhận", "đơn vị xử lý"),
)
DOCUMENTS = Ledger(
    "documents",
    "Sổ văn bản",
    "văn bản",
    (
        DIRECTION,
        Field(
            "number",
            "Số, ký hiệu",
            width=140,
            also=("số ký hiệu", "số hiệu", "ký hiệu", "số, ký hiệu văn bản", "số văn bản"),
        ),
        Field(
            "day",
            "Ngày văn bản",
            Kind.DAY,
            width=110,
            also=("ngày ban hành", "ngày ký", "ngày tháng", "ngày tháng văn bản"),
        ),
        Field(
            "booked_on",
            "Ngày vào sổ",
            Kind.DAY,
            required=True,
            kept=True,
            width=110,
            otherwise="day",
            also=("ngày đến", "ngày đi", "ngày phát hành", "ngày nhận", "ngày đăng ký"),
        ),
        KIND,
        Field("subject", "Trích yếu", required=True, width=300, most=1000, also=SUBJECT_HEADINGS),
        Field(
            "other",
            "Nơi gửi, nơi nhận",
            width=180,
            also=("cơ quan ban hành", "nơi gửi", "nơi nhận", "tác giả", "nơi ban hành"),
        ),
        Field("handler", "Người xử lý", width=150, also=HANDLER_HEADINGS),
        Field(
            "signed",
            "Ký số",
            Kind.CHOICE,
            choices=YES_NO,
            kept=True,
            width=80,
            also=("chữ ký số", "đã ký số"),
        ),
        Field("medium", "Cách xử lý", Kind.CHOICE, choices=MEDIA, kept=True, width=160),
        Field(
            "due_on", "Hạn xử lý", Kind.DAY, width=100, also=("hạn", "thời hạn", "hạn giải quyết")
        ),
        Field(
            "done_on",
            "Ngày xử lý xong",
            Kind.DAY,
            width=120,
            also=("ngày hoàn thành", "ngày xử lý"),
        ),
        NOTE,
    ),
    "Tệp xuất của phần mềm quản lý văn bản thì “Nhập từ tệp Excel”. Đơn vị chỉ giữ số cộng tháng "
    "thì dùng “Số cộng tháng”, và mỗi tháng chỉ dùng một trong hai cách.",
    name="number",
    newest="booked_on",
    derived=(("state", "Trạng thái", 170),),
    repeats=True,
)
MONTHS = Ledger(
    "document_months",
    "Số cộng tháng",
    "số văn bản của tháng",
    (
        Field("year", "Năm", Kind.COUNT, required=True, kept=True, width=70),
        Field("month", "Tháng", Kind.COUNT, required=True, kept=True, width=70),
        DIRECTION,
        KIND,
        Field("total", "Tổng số", Kind.COUNT, required=True, width=90, summed=True),
        Field("signed", "Ký số", Kind.COUNT, width=90, summed=True),
        Field("network", "Trên môi trường mạng", Kind.COUNT, width=170, summed=True),
        Field("late", "Quá hạn", Kind.COUNT, width=90, summed=True),
        Field("source", "Nguồn số liệu", width=220, hint="Phần mềm, ngày lấy số"),
    ),
    "Tháng đã có số cộng thì báo cáo lấy số cộng, không cộng thêm sổ văn bản của tháng đó.",
    name="month",
    newest="",
)
