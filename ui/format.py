"""How counts are written on screen."""


def number(value: int) -> str:
    """`12345` as `12.345`."""
    return f"{value:,}".replace(",", ".")
