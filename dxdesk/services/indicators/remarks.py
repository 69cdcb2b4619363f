"""What a ward adds to the report of a period in its own words."""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from db.models import RemarkRecord
from dxdesk.desk import Desk
from dxdesk.domain.period import Period
from dxdesk.domain.rights import Right
from dxdesk.domain.text import clean_lines
from dxdesk.errors import InputError

TOPICS = {
    "direction": "Công tác chỉ đạo, điều hành",
    "difficulties": "Khó khăn, vướng mắc",
    "next": "Nhiệm vụ kỳ tới",
}
LONGEST = 4000


def remarks(desk: Desk, period: Period) -> dict[str, str]:
    with desk.reading() as session:
        return remarks_in(session, period)


def remarks_in(session: Session, period: Period) -> dict[str, str]:
    return {one.topic: one.text for one in session.scalars(_of(period))}


def _of(period: Period) -> Select[RemarkRecord]:
    return select(RemarkRecord).where(
        RemarkRecord.first == period.first, RemarkRecord.last == period.last
    )


def save_remarks(desk: Desk, period: Period, texts: dict[str, str]) -> None:
    """Keep the paragraphs of *period*; an empty one is taken away."""
    for topic, text in texts.items():
        if len(text) > LONGEST:
            raise InputError(f"{TOPICS[topic]}: dài quá {LONGEST} chữ; hãy viết gọn lại.")
    if all(remarks(desk, period).get(topic, "") == clean_lines(t) for topic, t in texts.items()):
        raise InputError("Chưa có gì thay đổi; hãy nhập rồi lưu, hoặc bỏ qua.")
    name = f"Ghi nội dung báo cáo chuyển đổi số {period.label}"
    with desk.act(name, right=Right.RECORD) as session:
        for topic, text in texts.items():
            keep_remark(session, period, topic, text)


def keep_remark(session: Session, period: Period, topic: str, text: str) -> None:
    record = session.scalar(_of(period).where(RemarkRecord.topic == topic))
    text = clean_lines(text)
    if record is not None and not text:
        session.delete(record)
    elif record is not None:
        record.text = text
    elif text:
        session.add(RemarkRecord(first=period.first, last=period.last, topic=topic, text=text))
