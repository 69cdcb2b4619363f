"""The columns of a whole file, when its sheets or tables have different ones."""

from collections.abc import Sequence

from dxdesk.exchange.cells import Cell, cell_text
from dxdesk.exchange.layout import Layout
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

    def add(self, layout: Layout) -> list[int]:
        """Where each column of *layout* stands among all columns."""
        return [self._place(column) for column in layout.columns]

    def _place(self, column: MappedColumn) -> int:
        for at, known in enumerate(self.all):
            same_field = known.field == column.field and column.field not in {None, "fee"}
            if same_field or known == column:
                return at
        self.all.append(column)
        return len(self.all) - 1

    def raw(self, places: list[int], cells: Sequence[Cell], group: Group) -> tuple[str, ...]:
        """Texts of *cells* under `all`, with what the group says; extra cells stand behind."""
        told = (group.unit, group.field, group.procedure_code, group.procedure)
        behind = [
            (self._place(column), text)
            for column, text in zip(GROUP_COLUMNS, told, strict=True)
            if text
        ]
        texts = [""] * len(self.all)
        for at, text in behind:
            texts[at] = text
        for at, cell in zip(places, cells, strict=False):
            texts[at] = cell_text(cell) or texts[at]
        return (*texts, *(text for cell in cells[len(places) :] if (text := cell_text(cell))))

    def heading(self, field: str) -> str:
        return next((column.heading for column in self.all if column.field == field), "")
