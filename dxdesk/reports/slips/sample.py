"""An invented dossier in which everything has happened: for test prints and pictures."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import DayOnly, Dossier, Person
from dxdesk.domain.due import Limit, LimitKind
from dxdesk.domain.marks import Delivery, Payment
from dxdesk.domain.paper import HandedPaper, PaperForm
from dxdesk.domain.slip import Apology, Move, Pause, SlipSubject
from dxdesk.domain.state import Ending, State, StopKind

_FACTS: dict[str, Any] = {
    "code": "H99.12-260602-0017",
    "book_year": 2026,
    "book_number": 1234,
    "procedure_code": "1.001193",
    "procedure": "Đăng ký khai sinh",
    "field": "Hộ tịch",
    "unit": "Phòng Tư pháp – Hộ tịch",
    "channel": Channel.IN_PERSON,
    "assisted": False,
    "owner": Person(
        "Nguyễn Thị Ánh Nguyệt", "099190123456", "0951234567", "Tổ dân phố 05, phường An Bình"
    ),
    "applicant": Person("Trần Văn Đức"),
    "hamlet": "Tổ dân phố 05",
    "content": "",
    "copies": 1,
    "fee": 8000,
    "payment": Payment.CASH,
    "receipt_no": "0001234",
    "delivery": Delivery.COUNTER,
    "note": "",
    "limit": Limit(LimitKind.WORKING_DAYS, 3),
    "received_at": datetime(2026, 6, 2, 8, 15),
    "due_at": datetime(2026, 6, 5, 8, 15),
    "promised_at": datetime(2026, 6, 9, 16, 30),
    "finished_at": datetime(2026, 6, 9, 15, 0),
    "declined_at": datetime(2026, 6, 2, 9, 0),
    "ending": Ending.STOPPED,
    "reason": "Người nộp hồ sơ đề nghị dừng giải quyết để bổ sung giấy tờ của cơ quan khác.",
    "returned_to": "",
    "late_reason": "",
    "day_only": DayOnly.NONE,
    "state": State.ACCEPTED,
    "outcome": "late",
    "overdue": False,
    "officer": "Lê Thị Thu Hà",
    "received_by": "Phạm Minh Khôi",
}


_PAPERS = (
    HandedPaper("Tờ khai đăng ký khai sinh theo mẫu", PaperForm.ORIGINAL),
    HandedPaper("Giấy chứng sinh", PaperForm.ORIGINAL),
    HandedPaper("Giấy chứng nhận kết hôn của cha, mẹ", PaperForm.COPY),
    HandedPaper("Giấy xác nhận thông tin về cư trú", PaperForm.MISSING, 2),
)


def sample_subject() -> SlipSubject:
    """A dossier for every form: it was received, refused, late and stopped all at once."""
    values = {field.name: None for field in fields(Dossier)} | {"id": 1, "procedure_id": 1} | _FACTS
    return SlipSubject(
        Dossier(**values),
        _PAPERS,
        pauses=(
            Pause(
                StopKind.SUPPLEMENT,
                datetime(2026, 6, 2, 10, 30),
                None,
                "Chưa có căn cứ xác định nơi cư trú của cha, mẹ.",
            ),
        ),
        apologies=(
            Apology(
                datetime(2026, 6, 4, 9, 0),
                datetime(2026, 6, 5, 8, 15),
                datetime(2026, 6, 9, 16, 30),
                "cơ quan phối hợp chưa trả lời xác minh.",
            ),
        ),
        moves=(
            Move(datetime(2026, 6, 2, 8, 20), "Phạm Minh Khôi", "Lê Thị Thu Hà"),
            Move(datetime(2026, 6, 9, 15, 0), "Lê Thị Thu Hà", "Phạm Minh Khôi"),
        ),
    )
