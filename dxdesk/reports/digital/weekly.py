"""The week's form on Đề án 06: online services, payment, digitisation, accounts."""

from pathlib import Path

from reportlab.platypus import Flowable, Spacer

from dxdesk.domain.figures import Figures, Rate
from dxdesk.domain.indicators.kinds import Pillar
from dxdesk.domain.period import Period
from dxdesk.reports.digital.facts import Facts, gather
from dxdesk.reports.digital.tables import pillar_table
from dxdesk.reports.document import ITALIC, PORTRAIT, paragraph, style, text_width, write_pdf
from dxdesk.reports.files import suffix_of
from dxdesk.reports.heading import kind_and_subject, national_head, signed
from dxdesk.reports.letter import LetterTable
from dxdesk.reports.letter_pdf import titled
from dxdesk.reports.sheets import HEAD, TEXT, TITLE, new_book, put
from dxdesk.reports.source import ReportSource
from dxdesk.reports.wording import NOTHING, committee_name, count_text, fraction_text

_HEADS = (("STT", 12), ("Nội dung", 64), ("Trong kỳ", 25), ("Lũy kế năm", 25), ("Tỷ lệ lũy kế", 39))
_COUNTS = (
    ("Hồ sơ tiếp nhận", "received", ""),
    ("Trong đó: trực tuyến", "online", "received"),
    ("Trực tuyến toàn trình", "full", "received"),
    ("Trực tuyến một phần", "partial", "received"),
    ("Hồ sơ đã giải quyết", "resolved", ""),
    ("Trước hạn", "early", "resolved"),
    ("Đúng hạn", "on_time", "resolved"),
    ("Quá hạn", "late", "resolved"),
)
UNSEEN = "Mẫu biểu tuần chưa được đối chiếu với mẫu của Tổ công tác Đề án 06 cấp trên."


def write_weekly(source: ReportSource, period: Period, path: Path) -> None:
    """Any period may be asked for; a week is what the form is for."""
    suffix = suffix_of(path, (".pdf", ".xlsx"))
    facts = gather(source, period)
    so_far = source.statistics(Period(period.last.replace(month=1, day=1), period.last)).total
    tables = (("I. Dịch vụ công", counts_table(facts.figures, so_far)), *_accounts(facts))
    title = f"Biểu tổng hợp Đề án 06 {period.label}"
    author = committee_name(facts.office)
    if suffix == ".pdf":
        story = _story(facts, tables, title)
        write_pdf(path, story, title=title, author=author, orientation=PORTRAIT)
        return
    with new_book(path, title=title, author=author, now=facts.now) as book:
        sheet = book.sheet("Đề án 06", landscape=True)
        sheet.merge_range(0, 0, 0, len(_HEADS), title.upper(), book.look(TITLE))
        sheet.set_column(1, 1, 50)
        sheet.set_column(2, len(_HEADS), 22)
        at = 2
        for head, table in tables:
            put(sheet, at, 0, head, book.look({"bold": True}))
            for column, (text, _width) in enumerate(table.heads):
                put(sheet, at + 1, column, text, book.look(HEAD))
            for line, row in enumerate(table.rows, start=at + 2):
                for column, text in enumerate(row):
                    put(sheet, line, column, text, book.look(TEXT))
            at += len(table.rows) + 3


def counts_table(now: Figures, so_far: Figures) -> LetterTable:
    rows = []
    for number, (title, name, whole) in enumerate(_COUNTS, start=1):
        total = getattr(so_far, name)
        shown = ""
        if whole:
            rate = Rate(total, getattr(so_far, whole))
            shown = NOTHING if rate.value is None else f"{rate.shown} ({fraction_text(rate)})"
        rows.append((str(number), title, count_text(getattr(now, name)), count_text(total), shown))
    return LetterTable(_HEADS, tuple(rows))


def _accounts(facts: Facts) -> tuple[tuple[str, LetterTable], ...]:
    society = pillar_table(facts, Pillar.SOCIETY)
    return (("II. Định danh điện tử, công dân số", society),) if society.rows else ()


def _story(facts: Facts, tables: tuple[tuple[str, LetterTable], ...], title: str) -> list[Flowable]:
    width = text_width(PORTRAIT)
    story: list[Flowable] = [
        national_head(facts.office, facts.now, width),
        *kind_and_subject("BIỂU TỔNG HỢP", title.removeprefix("Biểu tổng hợp ")),
    ]
    for head, table in tables:
        story += titled(head, table)
    last = [Spacer(0, 6), paragraph(UNSEEN, style(ITALIC, 11))]
    return [*story, signed(last, facts.office, width)]
