"""The steering committee: who was a member when, meetings, the tasks that came of them."""

from dxdesk.domain.ledgers.field import Field, Kind, Ledger
from dxdesk.domain.ledgers.teams import NOTE, PHONE

COMMITTEE = Ledger(
    "committee",
    "Thành viên Ban",
    "thành viên Ban Chỉ đạo",
    (
        Field("name", "Họ tên", required=True, width=200, also=("họ và tên",)),
        Field("position", "Chức vụ, đơn vị", width=240, also=("chức vụ", "đơn vị")),
        Field("role", "Vai trò trong Ban", width=150, hint="Trưởng ban, Ủy viên …"),
        Field("decision", "Số quyết định", width=140, also=("quyết định",)),
        Field("since", "Từ ngày", Kind.DAY, required=True, kept=True, width=100),
        Field("until", "Đến ngày", Kind.DAY, width=100),
        PHONE,
        NOTE,
    ),
    "Người được thay thì ghi “Đến ngày” và thêm người mới; danh sách của một ngày bất kỳ vẫn đúng.",
)
MEETINGS = Ledger(
    "meetings",
    "Cuộc họp",
    "cuộc họp Ban Chỉ đạo",
    (
        Field("day", "Ngày họp", Kind.DAY, required=True, width=100),
        Field("title", "Nội dung", required=True, width=280),
        Field("chair", "Chủ trì", width=160),
        Field("present", "Số người dự", Kind.COUNT, width=100),
        Field("document", "Thông báo kết luận số", width=150),
        Field(
            "conclusions",
            "Kết luận",
            Kind.LINES,
            width=260,
            most=5000,
            hint="Mỗi dòng một việc; bấm “Giao việc từ kết luận” để thành nhiệm vụ",
        ),
    ),
    "Kết luận ghi mỗi dòng một việc: “Việc; chủ trì; hạn”, ví dụ “Rà soát máy tính; Văn phòng; "
    "30/09/2026”. Chọn cuộc họp rồi bấm “Giao việc từ kết luận”.",
    name="title",
    newest="day",
)
DUTIES = Ledger(
    "duties",
    "Nhiệm vụ",
    "nhiệm vụ",
    (
        Field("title", "Nhiệm vụ", required=True, width=300, also=("nội dung", "việc"), most=500),
        Field("lead", "Chủ trì", required=True, width=160, also=("đơn vị chủ trì",)),
        Field("partners", "Phối hợp", width=150, also=("đơn vị phối hợp",)),
        Field("given_on", "Ngày giao", Kind.DAY, required=True, kept=True, width=100),
        Field(
            "due_on",
            "Hạn hoàn thành",
            Kind.DAY,
            width=120,
            also=("hạn", "thời hạn", "thời gian hoàn thành"),
        ),
        Field(
            "working_days",
            "Số ngày làm việc",
            Kind.COUNT,
            width=0,
            hint="Thay cho hạn: đếm theo lịch làm việc từ ngày giao",
        ),
        Field("product", "Sản phẩm", width=160),
        Field("meeting", "Cuộc họp", Kind.LINK, to="meetings", kept=True, width=160),
        Field("source", "Văn bản giao", kept=True, width=140),
        Field("progress", "Tình hình thực hiện", Kind.LINES, width=200, most=2000),
        Field("done_on", "Ngày hoàn thành", Kind.DAY, width=120),
        Field("evidence", "Minh chứng", width=150, hint="Số, ngày văn bản hoặc tên tệp"),
    ),
    "Trạng thái tự tính từ hạn và ngày hoàn thành, theo lịch làm việc của đơn vị; hạn rơi vào ngày "
    "nghỉ thì tính đến hết ngày làm việc kế tiếp.",
    name="title",
    newest="given_on",
    derived=(("state", "Trạng thái", 170),),
)
