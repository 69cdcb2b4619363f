"""What a list is narrowed to and sorted by, in words that stand on a file."""

from dxdesk.domain.query import Query
from ui.dossiers.chips import chips
from ui.dossiers.filters import ORDER_LABELS, Choices


def asked_lines(query: Query, choices: Choices, *, chosen: int | None = None) -> tuple[str, ...]:
    parts = [f"Tìm “{query.text}”"] if query.text else []
    parts += [chip.label for chip in chips(query, choices)]
    direction = "giảm dần" if query.descending else "tăng dần"
    narrowed = "Lọc theo: " + "; ".join(parts) + "." if parts else "Không lọc: toàn bộ sổ."
    if chosen is not None:
        narrowed = f"{narrowed} Chỉ những dòng được chọn."
    return (narrowed, f"Sắp xếp: {ORDER_LABELS[query.order].lower()}, {direction}.")
