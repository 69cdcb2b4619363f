"""The sheets that a slip is printed on."""

from dataclasses import dataclass

from reportlab.lib.units import mm


@dataclass(frozen=True, slots=True)
class SlipPaper:
    key: str
    label: str
    width: float
    height: float
    """Of one slip, in points."""
    margins: tuple[float, float, float, float]
    """Top, right, bottom, left."""
    sizes: tuple[float, float]
    """Letters as large as usual, and the smallest that a slip is squeezed to."""
    per_sheet: int = 1

    @property
    def text_width(self) -> float:
        return self.width - self.margins[1] - self.margins[3]

    @property
    def text_height(self) -> float:
        return self.height - self.margins[0] - self.margins[2]

    def turned(self) -> "SlipPaper":
        """The same sheet lying down."""
        top, right, bottom, left = self.margins
        return SlipPaper(
            self.key, self.label, self.height, self.width, (left, top, right, bottom), self.sizes
        )


def _margins(*millimetres: float) -> tuple[float, float, float, float]:
    top, right, bottom, left = (one * mm for one in millimetres)
    return (top, right, bottom, left)


A4 = SlipPaper("a4", "A4", 210 * mm, 297 * mm, _margins(15, 15, 15, 25), (13, 11))
A5 = SlipPaper("a5", "A5", 148 * mm, 210 * mm, _margins(9, 10, 9, 14), (10, 8))
TWO = SlipPaper(
    "two", "Hai phiếu trên một tờ A4", 210 * mm, 148.5 * mm, _margins(6, 12, 6, 18), (10, 7.5), 2
)
PAPERS = (A4, A5, TWO)
PAPER_OF = {paper.key: paper for paper in PAPERS}
