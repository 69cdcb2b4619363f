"""Slips over the invented dossier, and ways to read what was printed with other programs."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdfium2
import zxingcpp

from dxdesk.domain.office import Office
from dxdesk.domain.slip import SlipSubject
from dxdesk.domain.wording import SlipWording
from dxdesk.reports.slips.forms import SlipForm, slip_form
from dxdesk.reports.slips.press import Made, write_slips
from dxdesk.reports.slips.sample import sample_subject
from dxdesk.reports.slips.setting import Slip
from dxdesk.reports.slips.values import SlipContext

WARD = Office(name="phường An Bình", committee="PHƯỜNG AN BÌNH", place="An Bình")
NOW = datetime(2026, 6, 9, 16, 0)
OFFICER = "Phạm Minh Khôi"


def form(key: str) -> SlipForm:
    return slip_form(key, NOW.date())


def about(subject: SlipSubject, **changes: Any) -> SlipSubject:
    """*subject* with other facts of its dossier."""
    return replace(subject, dossier=replace(subject.dossier, **changes))


def slip(key: str, *subjects: SlipSubject, **wording: Any) -> Slip:
    words = SlipWording(**{"copies": 1, **wording})
    found = subjects or (sample_subject(),)
    return Slip(form(key), SlipContext(WARD, words, NOW, OFFICER, found))


def written(path: Path, *slips: Slip) -> Made:
    return write_slips(slips, path, title="Phiếu", author="Ủy ban nhân dân phường An Bình")


def text_of(path: Path, *, page: int | None = None) -> str:
    """What pdftotext reads, NFC, white space single."""
    tool = shutil.which("pdftotext")
    assert tool is not None
    pages = [] if page is None else ["-f", str(page), "-l", str(page)]
    answer = subprocess.run(
        [tool, "-enc", "UTF-8", *pages, str(path), "-"], capture_output=True, check=True
    )
    text = answer.stdout.decode()
    assert unicodedata.is_normalized("NFC", text)
    return re.sub(r"\s+", " ", text)


@contextmanager
def _pages(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    with pypdfium2.PdfDocument(path) as document:
        yield document


def sizes(path: Path) -> list[tuple[int, int]]:
    """Width and height of each page in millimetres."""
    with _pages(path) as document:
        found = [document.get_page_size(at) for at in range(len(document))]
    return [(round(width * 25.4 / 72), round(height * 25.4 / 72)) for width, height in found]


def scanned(path: Path, *, page: int = 0, dpi: int = 300) -> list[tuple[str, str]]:
    """Format and text of the codes that a reader finds on the page as it is printed."""
    with _pages(path) as document:
        leaf = document[page]
        bitmap = leaf.render(scale=dpi / 72, grayscale=True)
        picture = bitmap.to_pil() if hasattr(bitmap, "to_pil") else None
        found = zxingcpp.read_barcodes(picture)
        codes = sorted((one.format.name, one.text) for one in found)
        bitmap.close()
        leaf.close()
    return codes
