"""What to tell about a file in which no list of dossiers was found."""

from collections.abc import Sequence

from dxdesk.errors import InputError
from dxdesk.exchange.cells import cell_text
from dxdesk.exchange.headings import field_of
from dxdesk.exchange.layout import Row, known_figures, looks_like_summary
from dxdesk.exchange.shapes import Shape

_FEWEST_KNOWN = 2
_SHOWN = 4


class NoListError(InputError):
    """No list of dossiers was found: a table of figures, or columns that nobody understands."""

    def __init__(self, text: str, *, figures: Shape | None, summary: bool) -> None:
        super().__init__(text)
        self.figures = figures
        """Which known table of figures it is."""
        self.summary = summary
        """It is a table of figures, known or not."""


def no_list(name: str, rows: Sequence[Row]) -> NoListError:
    """The error about the file *name* whose first lines are *rows*."""
    figures = known_figures(rows)
    summary = figures is not None or looks_like_summary(rows)
    text = _words(name, rows) if not summary else _summary(name, figures)
    return NoListError(text, figures=figures, summary=summary)


def _summary(name: str, figures: Shape | None) -> str:
    what = f" “{figures.name}”" if figures else ""
    return (
        f"Tệp “{name}” là bảng tổng hợp số liệu{what}, không phải danh sách hồ sơ. Hãy xuất sổ "
        "theo dõi hoặc danh sách hồ sơ từ hệ thống rồi nhập tệp đó."
    )


def _words(name: str, rows: Sequence[Row]) -> str:
    seen: list[str] = max((_known(row) for row in rows), key=len, default=[])
    if len(seen) >= _FEWEST_KNOWN:
        heads = ", ".join(f"“{text}”" for text in seen[:_SHOWN])
        return (
            f"Tệp “{name}” có các cột {heads} nhưng thiếu cột “Mã hồ sơ” (hoặc tên thủ tục, "
            "người nộp và ngày tiếp nhận), nên không nhận ra từng hồ sơ. Hãy thêm cột còn thiếu."
        )
    return (
        f"Không tìm thấy danh sách hồ sơ trong tệp “{name}”: không có dòng tiêu đề nào gồm "
        "“Mã hồ sơ” và các cột như “Chủ hồ sơ”, “Ngày tiếp nhận”. "
        "Hãy xuất lại danh sách hồ sơ từ hệ thống."
    )


def _known(row: Row) -> list[str]:
    """Headings in *row*; texts of this list are headings, never values."""
    return [text for cell in row if field_of((text := cell_text(cell),))]
