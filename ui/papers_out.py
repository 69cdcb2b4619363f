"""What pages ask to have printed or shown as a paper; its library is loaded only then."""

from collections.abc import Sequence
from typing import Any

from ui.page import Page
from ui.page_stack import PageStack
from ui.toast import Toast


def print_slips(page: Page, ids: Sequence[int], form: str) -> None:
    from ui.printing.printing import print_slips as print_out

    print_out(page, ids, form)


def show_paper(page: Page, title: str, make: Any) -> None:
    from ui.printing.pdf_dialog import show_pdf

    show_pdf(page, page.tasks, title, make)


def offer_slip(
    toast: Toast, stack: PageStack, sentence: str, ids: Sequence[int], form: str
) -> None:
    """A notice whose button prints; it takes no focus, F12 goes to it."""

    def pressed() -> None:
        stack.pages[stack.key].papers.emit(ids, form)

    toast.tell(sentence, action="In phiếu", pressed=pressed)
