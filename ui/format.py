"""How numbers and moments are written on screen: 1.234 and dd/MM/yyyy HH:mm, always."""

from datetime import date, datetime


def number(value: int) -> str:
    """`12345` as `12.345`."""
    return f"{value:,}".replace(",", ".")


def moment(value: datetime | None) -> str:
    return "" if value is None else f"{value:%d/%m/%Y %H:%M}"


def day(value: date | None) -> str:
    return "" if value is None else f"{value:%d/%m/%Y}"
