"""Where the pages of a PDF stand below each other."""

from PySide6.QtCore import QRect

from ui.pdf.finding import Found

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

    def on_screen(self, found: Found, size: tuple[float, float]) -> list[QRect]:
        """Where the boxes of *found* stand, on a page of *size* points."""
        page = self.pages[found.page]
        return [
            QRect(
                round(page.left() + left * self.scale),
                round(page.top() + (size[1] - top) * self.scale),
                round((right - left) * self.scale),
                round((top - bottom) * self.scale),
            )
            for left, bottom, right, top in found.boxes
        ]
