"""Today's work as six numbers, each a button that opens its list."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from dxdesk.domain.query import Worklist
from ui.card_grid import CardGrid
from ui.format import number
from ui.number_card import NumberCard
from ui.widgets import Sign

_LOOKS = {
    Worklist.TO_ACCEPT: ("inbox", "info", "Hồ sơ trực tuyến chưa tiếp nhận"),
    Worklist.DUE_TODAY: ("today", "warning", "Phải có kết quả trong hôm nay"),
    Worklist.DUE_TOMORROW: ("tomorrow", "info", "Hẹn trả vào ngày mai"),
    Worklist.OVERDUE: ("warning", "danger", "Đã qua hạn mà chưa có kết quả"),
    Worklist.AWAITING_APPLICANT: ("waiting", "muted", "Chờ bổ sung hoặc nộp phí, lệ phí"),
    Worklist.AWAITING_PICKUP: ("pickup", "good", "Có kết quả, người nộp chưa nhận"),
}
_CALLS = {Worklist.DUE_TODAY: "warning", Worklist.OVERDUE: "danger"}
"""Numbers that are coloured as soon as they are not zero."""

LEAST_WIDTH, ABREAST = 190, 3


class WorkCard(NumberCard):
    def __init__(self, work: Worklist) -> None:
        name, tone, self._hint = _LOOKS[work]
        super().__init__(work.label, hint=self._hint, sign=Sign(name, tone, 18))
        self.work = work
        self.setObjectName(work.value)
        self.show_number(None)

    def show_number(self, value: int | None) -> None:
        """None while it is being counted."""
        told = "đang đếm" if value is None else f"{number(value)} hồ sơ"
        text = "…" if value is None else number(value)
        tone = _CALLS.get(self.work, "") if value else ""
        self.show_value(text, self._hint, tone=tone, spoken=told)


class WorkCards(CardGrid):
    """Three cards abreast where there is room."""

    asked = Signal(object)
    """The `Worklist` whose list shall be shown."""

    def __init__(self) -> None:
        self.cards = {work: WorkCard(work) for work in Worklist}
        super().__init__(tuple(self.cards.values()), least=LEAST_WIDTH)
        for work, made in self.cards.items():
            made.clicked.connect(lambda _checked, work=work: self.asked.emit(work))

    def show_numbers(self, numbers: Mapping[Worklist, int]) -> None:
        for work, made in self.cards.items():
            made.show_number(numbers[work])
