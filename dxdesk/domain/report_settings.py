"""What the ward chose for its periodic reports; None: not chosen."""

from dataclasses import dataclass

from dxdesk.domain.period import CutOff


@dataclass(frozen=True, slots=True)
class ReportSettings:
    cut_off: CutOff = CutOff.CALENDAR
    """What the report page begins with."""
    cut_day: int = 15
    """The first day of the ward's own periods (`CutOff.OWN`)."""
    online_target: int | None = None
    """Percent of dossiers that shall come in online, of each procedure."""
    payment_target: int | None = None
    """Percent of dossiers with a fee that shall be paid online."""
