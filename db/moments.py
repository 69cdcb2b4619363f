"""Moments as the file keeps them (docs/decisions/0003)."""

from datetime import datetime, timedelta

_EPOCH = datetime(2000, 1, 1)
_DAY_ZERO = _EPOCH.toordinal()


def minutes_of(moment: datetime) -> int:
    """Civil minutes since 2000."""
    return (moment.toordinal() - _DAY_ZERO) * 1440 + moment.hour * 60 + moment.minute


def moment_of(minutes: int) -> datetime:
    return _EPOCH + timedelta(minutes=minutes)
