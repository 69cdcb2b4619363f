"""Where the pages of a PDF stand below each other."""

from PySide6.QtCore import QRect

Sizes = tuple[tuple[float, float], ...]


class Layout:
    """Pages centred in *room* pixels, *gap* pixels apart; *scale* is pixels to the point."""

    def __init__(self, sizes: Sizes, scale: float, room: int, gap: int) -> None:
        self.scale = scale
        widest = max((round(width * scale) for width, _ in sizes), default=0)
        self.width = max(widest + 2 * gap, room)
        self.pages: list[QRect] = []
        top = gap
        for points_wide, points_high in sizes:
            wide, high = round(points_wide * scale), round(points_high * scale)
            self.pages.append(QRect((self.width - wide) // 2, top, wide, high))
            top += high + gap
        self.height = top

    def page_at(self, height: int) -> int:
        """Index of the page at *height*, -1 without pages."""
        for at, page in enumerate(self.pages):
            if height <= page.bottom():
                return at
        return len(self.pages) - 1
