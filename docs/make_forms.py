"""Draw the pictures of docs/forms: every version of every slip, about an invented dossier.

    python docs/make_forms.py

Look at each beside its field list in resources/forms/README.md after a change of a form.
"""

import sys
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from dxdesk.reports.slips.forms import SlipForm
    from dxdesk.reports.slips.setting import Slip

NOW = datetime(2026, 6, 9, 16, 0)
OUT = ROOT / "docs" / "forms"
DPI = 64
GREYS = 16


def slip_of(form: "SlipForm", *, paper: str, copies: int) -> "Slip":
    from dxdesk.domain.office import Office
    from dxdesk.domain.wording import SlipWording
    from dxdesk.reports.slips.sample import sample_subject
    from dxdesk.reports.slips.setting import Slip
    from dxdesk.reports.slips.values import SlipContext

    ward = Office(name="phường An Bình", committee="PHƯỜNG AN BÌNH", place="An Bình")
    words = SlipWording(paper=paper, copies=copies, contact="Bộ phận Một cửa, số 0277 3 123 456")
    subjects = (sample_subject(),) * (6 if form.gathers else 1)
    return Slip(form, SlipContext(ward, words, NOW, "Phạm Minh Khôi", subjects))


def draw(slip: "Slip", name: str) -> None:
    """The first page as a small picture in greys."""
    import pypdfium2

    from dxdesk.reports.slips.press import write_slips

    with TemporaryDirectory() as folder:
        path = Path(folder) / "slip.pdf"
        write_slips([slip], path, title=slip.form.name, author="")
        with pypdfium2.PdfDocument(path) as document:
            picture = document[0].render(scale=DPI / 72, grayscale=True).to_pil()
            picture.quantize(GREYS).save(OUT / f"{name}.png", optimize=True)


def main() -> None:
    from dxdesk.reports.slips.forms import slip_forms

    OUT.mkdir(exist_ok=True)
    for form in slip_forms():
        name = f"{form.key}-{form.applies_from.year}"
        draw(slip_of(form, paper="a4", copies=1), name)
        if form.key == "receipt" and form.applies_to is None:
            draw(slip_of(form, paper="a5", copies=1), f"{name}-a5")
            draw(slip_of(form, paper="two", copies=2), f"{name}-two")


if __name__ == "__main__":
    main()
