"""How counts are written on screen."""


def number(value: int) -> str:
    """`12345` as `12.345`."""
    return f"{value:,}".replace(",", ".")


def counted(value: int) -> str:
    """`12.345 hồ sơ`."""
    return f"{number(value)} hồ sơ"
