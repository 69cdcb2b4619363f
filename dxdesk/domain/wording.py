"""What the ward words itself on its papers; what is empty or 0 stands as the original has it."""

from dataclasses import dataclass, fields, replace
from typing import Self

from dxdesk.domain.office import Office


@dataclass(frozen=True, slots=True)
class Wording:
    """What every paper bears that the ward signs."""

    heading: tuple[str, ...] = ()
    """The lines on the left of the head; the last one is bold."""
    signer: tuple[str, ...] = ()
    """Authority and post above the office's signature."""
    signer_name: str = ""
    footer: tuple[str, ...] = ()

    def over(self, other: Self) -> Self:
        """*other* wherever this one says nothing."""
        chosen = {f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)}
        return replace(self, **chosen)


@dataclass(frozen=True, slots=True)
class SlipWording(Wording):
    contact: str = ""
    """Whom the citizen asks, with the telephone number."""
    paper: str = ""
    copies: int = 0


@dataclass(frozen=True, slots=True)
class ReportWording(Wording):
    symbol: str = ""
    """Follows the number of the document: `BC-UBND`."""
    recipients: tuple[str, ...] = ()

    def on(self, office: Office) -> Office:
        """*office* as this report shows it."""
        return replace(
            office,
            heading=self.heading or office.heading,
            signer_authority=self.signer or office.signer_authority,
            signer_name=self.signer_name or office.signer_name,
            footer=self.footer or office.footer,
            symbol=self.symbol or office.symbol,
            recipients=self.recipients or office.recipients,
        )
