"""How the ward words its slips: heading, signers, footers, paper."""

from collections.abc import Mapping

from dxdesk.desk import Desk
from dxdesk.domain.wording import SlipWording
from dxdesk.errors import InputError
from dxdesk.reports.slips.forms import slip_name
from dxdesk.reports.slips.papers import PAPER_OF
from dxdesk.services.wordings import ALL, COMMON, Wordings, Words

MOST_COPIES = 9
SLIPS = Wordings(
    "slips",
    SlipWording,
    {**COMMON, "footer": Words("Chân phiếu"), "contact": Words("Nơi liên hệ")},
    lambda form: "mọi phiếu" if form == ALL else slip_name(form),
    "Sửa mẫu giấy tờ",
)


def wordings(desk: Desk) -> Mapping[str, SlipWording]:
    """What the ward changed, by form; empty while everything is as in the circulars."""
    return SLIPS.all(desk)


def save_wording(desk: Desk, form: str, chosen: SlipWording) -> None:
    """Keep the wording of *form*; an empty one is the original again."""
    if chosen.paper and chosen.paper not in PAPER_OF:
        raise InputError(f"Khổ giấy: “{chosen.paper}” không có; hãy chọn A4, A5 hoặc hai phiếu.")
    if not 0 <= chosen.copies <= MOST_COPIES:
        raise InputError(f"Số bản: nhiều nhất {MOST_COPIES}, không phải {chosen.copies}.")
    SLIPS.save(desk, form, chosen)
