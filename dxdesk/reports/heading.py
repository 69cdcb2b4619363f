"""Head and foot of an official document (Nghị định 30/2020/NĐ-CP, boxes 1–9)."""

from collections.abc import Sequence
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table, TableStyle

from dxdesk.domain.office import Office
from dxdesk.reports.document import (
    BOLD,
    BOLD_ITALIC,
    CENTRE,
    ITALIC,
    REGULAR,
    paragraph,
    register_fonts,
    style,
)

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_BARE = TableStyle(
    [
        ("FONT", (0, 0), (-1, -1), REGULAR, 11),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ]
)
_LEFT_SHARE = 0.4


class Rule(Flowable):
    """A line in the middle of the column; reportlab's own stays left inside table cells."""

    def __init__(self, length: float) -> None:
        super().__init__()
        self.length = length

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        self.room = aW
        return aW, min(6, aH)

    def draw(self) -> None:
        start = (self.room - self.length) / 2
        self.canv.setLineWidth(0.75)
        self.canv.line(start, 2, start + self.length, 2)


def side_by_side(columns: Sequence[list[Flowable]], widths: Sequence[float]) -> Table:
    """Columns without lines or padding; one row, so never split over pages."""
    return Table([list(columns)], colWidths=list(widths), style=_BARE, hAlign="CENTER")


def place_and_date(office: Office, now: datetime) -> str:
    """`An Bình, ngày … tháng 5 năm 2026`: the clerk of records writes the day when it is signed."""
    month = f"{now.month:02}" if now.month <= 2 else str(now.month)  # noqa: PLR2004 - 01 and 02
    return f"{office.place or '……………'}, ngày ….. tháng {month} năm {now.year}"


def heading_lines(office: Office) -> list[tuple[str, str]]:
    """The heading's lines with their fonts: the ward's own, else the committee's in bold (box 2).

    Of the ward's own lines the last names who issues the paper, those above whom it is under.
    """
    if office.heading:
        *above, last = office.heading
        return [*((REGULAR, line) for line in above), (BOLD, last)]
    return [(BOLD, "ỦY BAN NHÂN DÂN"), (BOLD, office.committee or "……………………")]


def national_head(office: Office, now: datetime, width: float, *, about: str = "") -> Table:
    """Boxes 1–4: agency and number on the left, nation, motto and date on the right.

    *about*: what a letter is about (`V/v …`), below its number (box 5b).
    """
    register_fonts()
    head = style(BOLD, 12, align=CENTRE)
    lines = heading_lines(office)
    left: list[Flowable] = [
        *(paragraph(text, style(font, 12, align=CENTRE)) for font, text in lines),
        Rule(min(stringWidth(lines[-1][1], BOLD, 12), width * _LEFT_SHARE) * 0.42),
        Spacer(0, 7),
        paragraph(f"Số: ……/{office.symbol}", style(REGULAR, 13, align=CENTRE)),
    ]
    if about:
        left.append(paragraph(about, style(REGULAR, 12, align=CENTRE, before=4)))
    right: list[Flowable] = [
        paragraph(NATION, head),
        paragraph(MOTTO, style(BOLD, 13, align=CENTRE)),
        Rule(stringWidth(MOTTO, BOLD, 13)),
        Spacer(0, 7),
        paragraph(place_and_date(office, now), style(ITALIC, 13, align=CENTRE)),
    ]
    return side_by_side((left, right), (width * _LEFT_SHARE, width * (1 - _LEFT_SHARE)))


def kind_and_subject(kind: str, subject: str) -> list[Flowable]:
    """Box 5a: the kind of document and what it is about."""
    look = style(BOLD, 14, align=CENTRE)
    return [
        Spacer(0, 14),
        paragraph(kind, look),
        paragraph(subject, look),
        Rule(22 * mm),
        Spacer(0, 8),
    ]


def signer(office: Office, *, size: float = 13, room: float = 68) -> list[Flowable]:
    """Box 7: authority, post, *room* for the signature in points, name."""
    look = style(BOLD, size, align=CENTRE)
    return [
        *(paragraph(line, look) for line in office.signer_authority),
        Spacer(0, room),
        paragraph(office.signer_name or " ", look),
    ]


def recipient_lines(office: Office) -> list[str]:
    """Box 9b: the heading and one line each; nothing without recipients."""
    names = [name.strip().strip(";.").removeprefix("-").strip() for name in office.recipients]
    names = [name for name in names if name]
    if not names:
        return []
    ends = [";"] * (len(names) - 1) + ["."]
    return ["Nơi nhận:", *(f"- {n}{end}" for n, end in zip(names, ends, strict=True))]


def recipients(office: Office) -> list[Flowable]:
    """Box 9b on paper."""
    look = style(REGULAR, 11)
    return [
        paragraph(text, look if number else style(BOLD_ITALIC, 12))
        for number, text in enumerate(recipient_lines(office))
    ]


def prepared_and_signed(
    last: Sequence[Flowable], prepared: str, office: Office, now: datetime, width: float
) -> list[Flowable]:
    """Who made the table (*prepared*: the words above) beside who signs it, below *last*."""
    dated = style(ITALIC, 12, align=CENTRE)
    left: list[Flowable] = [
        paragraph(" ", dated),
        paragraph(prepared, style(BOLD, 12, align=CENTRE)),
        paragraph("(Ký, ghi rõ họ tên)", style(ITALIC, 11, align=CENTRE)),
    ]
    right = [paragraph(place_and_date(office, now), dated), *signer(office, size=12, room=42)]
    return _block(last, left, right, office, width)


def signed(last: Sequence[Flowable], office: Office, width: float) -> KeepTogether:
    """Recipients beside the signature, with what must stand above them on the same page."""
    return KeepTogether(_block(last, recipients(office), signer(office), office, width))


def _block(
    last: Sequence[Flowable],
    left: list[Flowable],
    right: list[Flowable],
    office: Office,
    width: float,
) -> list[Flowable]:
    block = side_by_side((left, right), (width / 2, width / 2))
    foot = [paragraph(line, style(ITALIC, 10, before=2)) for line in office.footer]
    return [*last, Spacer(0, 8), block, *([Spacer(0, 6)] if foot else []), *foot]
