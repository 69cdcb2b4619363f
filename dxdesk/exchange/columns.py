"""The columns of a whole file, when its sheets or tables have different ones."""

from collections import Counter
from collections.abc import Sequence

from dxdesk.exchange.cells import Cell, cell_text
from dxdesk.exchange.layout import MANY, Layout
from dxdesk.exchange.lines import Group
from dxdesk.exchange.register import MappedColumn

GROUP_COLUMNS = (
    MappedColumn("Đơn vị tiếp nhận", "unit_name"),
    MappedColumn("Lĩnh vực", "field_name"),
    MappedColumn("Mã TTHC", "procedure_code"),
    MappedColumn("Tên thủ tục hành chính", "procedure_name"),
)
"""What group rows tell, as columns: a row taken out of its group keeps it."""


class Columns:
    """Columns of a file in order; one column per field and per unused heading."""

    def __init__(self) -> None:
        self.all: list[MappedColumn] = []
        self._places: dict[str | tuple[str, int], int] = {}

    def add(self, layout: Layout) -> list[int]:
        """Where each column of *layout* stands among all columns."""
        seen: Counter[str] = Counter()
        places = []
        for column in layout.columns:
            seen[column.heading] += 1
            places.append(self._place(column, seen[column.heading]))
        return places

    def _place(self, column: MappedColumn, nth: int = 1) -> int:
        """Place of *column*, the *nth* with its heading in its table."""
        unused = column.field is None or column.field in MANY
        key = (column.heading, nth) if unused else column.field or ""
        place = self._places.setdefault(key, len(self.all))
        if place == len(self.all):
            self.all.append(column)
        return place

    def open_group(self, group: Group) -> None:
        """Make columns for what *group* tells, so that rows taken out of it keep it."""
        for column in GROUP_COLUMNS:
            if _told(group, column):
                self._place(column)

    def raw(self, places: list[int], cells: Sequence[Cell], group: Group) -> tuple[str, ...]:
        """Texts of *cells* under `all`, with what the group says; extra cells stand behind."""
        texts = [""] * len(self.all)
        for column in GROUP_COLUMNS:
            if told := _told(group, column):
                texts[self._place(column)] = told
        for at, cell in zip(places, cells, strict=False):
            texts[at] = cell_text(cell) or texts[at]
        return (*texts, *(text for cell in cells[len(places) :] if (text := cell_text(cell))))


def _told(group: Group, column: MappedColumn) -> str:
    return str(getattr(group, column.field or ""))
