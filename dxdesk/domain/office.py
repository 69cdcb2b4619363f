"""What the ward says about itself: headings, signers, and its choice of rules."""

from dataclasses import dataclass
from datetime import time

from dxdesk.domain.outcome import EarlyRule


@dataclass(frozen=True, slots=True)
class Office:
    """Settings of the office; kept in the database, logged and undone like data."""

    name: str = ""
    """`phường An Bình`"""
    committee: str = ""
    """Heading, second line in bold: `PHƯỜNG AN BÌNH` under `ỦY BAN NHÂN DÂN`."""
    heading: tuple[str, ...] = ()
    """Lines of the heading in place of the committee's; the last one is bold."""
    desk_name: str = "Bộ phận Tiếp nhận và Trả kết quả"
    place: str = ""
    """Place name before the date: `An Bình`."""
    superior: str = ""
    """`ỦY BAN NHÂN DÂN TỈNH …`: addressee of reports."""
    symbol: str = "BC-UBND"
    signer_authority: tuple[str, ...] = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    signer_name: str = ""
    recipients: tuple[str, ...] = ("Như trên", "Lưu: VT, TTPVHCC")
    footer: tuple[str, ...] = ()
    """Small print below the signature."""
    early_rule: EarlyRule = EarlyRule.SESSION
    due_rule: str = "minutes"
    same_day_cutoff: time = time(15, 0)
    code_prefix: str = ""
    """Start of this ward's official dossier codes, for warnings: `H99.12`."""
