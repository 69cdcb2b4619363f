"""Setting one slip: its blocks from top to bottom, squeezed where they nearly fit one page."""

from collections.abc import Sequence
from dataclasses import dataclass

from dxdesk.reports.document import BOLD, ITALIC
from dxdesk.reports.slips.blocks import Block, balanced, line_blocks, signature_block, space, words
from dxdesk.reports.slips.forms import SlipForm
from dxdesk.reports.slips.head import head_block, mark_block
from dxdesk.reports.slips.papers import A4, PAPER_OF, SlipPaper
from dxdesk.reports.slips.tables import table_blocks
from dxdesk.reports.slips.values import SlipContext

_STEP = 0.5


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip to print, as many times as it is needed."""

    form: SlipForm
    context: SlipContext

    @property
    def copies(self) -> int:
        return self.context.wording.copies or self.form.copies

    @property
    def paper(self) -> SlipPaper:
        paper = PAPER_OF.get(self.context.wording.paper, A4)
        if not self.form.landscape:
            return paper
        return (A4 if paper.per_sheet > 1 else paper).turned()

    @property
    def printed(self) -> int:
        return 0 if self.form.gathers else self.context.subject.printed


@dataclass(frozen=True, slots=True)
class Setting:
    """A slip that is set: its pages and the sheet that they are for."""

    paper: SlipPaper
    size: float
    pages: list[list[Block]]
    name: str


def slip_blocks(slip: Slip, size: float, width: float) -> list[Block]:
    """Everything on the slip from top to bottom."""
    form, context = slip.form, slip.context
    title = balanced(form.title, BOLD, size + 1, width, keep=True)
    last = signature_block(form.signatures, context, size, width)
    notes = [note for note in (*form.notes, *context.wording.footer) if note]
    return [
        *mark_block(_mark(slip), size, width),
        head_block(form, context, size, width),
        space(size * 0.5, keep=True),
        *title,
        space(size * 0.6, keep=True),
        *_body(slip, size, width),
        last,
        *(block for note in notes for block in words(note, ITALIC, size * 0.85, width)),
    ]


def _body(slip: Slip, size: float, width: float) -> list[Block]:
    """The parts; their last line stays with the signature."""
    blocks = []
    for part in slip.form.parts:
        make = table_blocks if part.columns else line_blocks
        blocks += make(part, slip.context, size, width)
    end = [Block(one.height, one.draw, keep=True, head=one.head) for one in blocks[-2:]]
    return [*blocks[:-2], *end, space(size * 0.6, keep=True)]


def _mark(slip: Slip) -> str:
    again = f"Bản in lại (lần {slip.printed + 1})" if slip.printed else ""
    return "  ·  ".join(filter(None, (slip.form.number, again)))


def set_slip(slip: Slip) -> Setting:
    """On its own paper when it fits one page there, else on as many of A4 as it needs."""
    paper = slip.paper
    largest, smallest = paper.sizes
    size = largest
    while True:
        pages = _pages(slip_blocks(slip, size, paper.text_width), paper.text_height)
        if len(pages) == 1 or size - _STEP < smallest:
            break
        size -= _STEP
    if len(pages) > 1 and paper.per_sheet > 1:
        paper, size = A4, A4.sizes[1]
        pages = _pages(slip_blocks(slip, size, paper.text_width), paper.text_height)
    return Setting(paper, size, pages, slip.form.name)


def _pages(blocks: Sequence[Block], room: float) -> list[list[Block]]:
    pages: list[list[Block]] = [[]]
    used = 0.0
    for block in blocks:
        if used + block.height > room and pages[-1]:
            moved = _kept(pages[-1])
            head = (moved[0] if moved else block).head
            pages.append([*([head] if head else []), *moved])
            used = sum(one.height for one in pages[-1])
        pages[-1].append(block)
        used += block.height
    return pages


def _kept(page: list[Block]) -> list[Block]:
    """Take the blocks that must not end a page off *page*, unless that left nothing."""
    count = 0
    while count < len(page) and page[-1 - count].keep:
        count += 1
    if not count or count == len(page):
        return []
    moved = page[-count:]
    del page[-count:]
    return moved
