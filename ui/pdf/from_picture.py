"""A scanned picture as a PDF, so that one view shows, and one printer prints, both."""

import struct
from io import BytesIO
from typing import TYPE_CHECKING

from dxdesk.errors import DeskError

if TYPE_CHECKING:
    from PIL.Image import Image

_DPI = 96
_MOST_PIXELS = 60_000_000
"""Some 180 MB in memory: an A3 sheet at 600 dpi is 70 million."""
_TOO_LARGE = (
    "Ảnh này quá lớn để xem trong cửa sổ; hãy lưu bản sao rồi mở bằng chương trình xem ảnh."
)
_DAMAGED = "Ảnh này hỏng hoặc không đủ, không xem được; hãy quét lại rồi đính kèm tệp mới."


def pdf_of_picture(content: bytes) -> bytes:
    """In a worker: a page for each picture in *content*; DeskError when it cannot be read."""
    from PIL import Image, ImageSequence

    target = BytesIO()
    try:
        with Image.open(BytesIO(content)) as image:
            pages = [_page(one) for one in ImageSequence.Iterator(image)]
            pages[0].save(target, "PDF", save_all=True, append_images=pages[1:], resolution=_DPI)
    except Image.DecompressionBombError as error:
        raise DeskError(_TOO_LARGE) from error
    except (OSError, SyntaxError, ValueError, EOFError, struct.error, KeyError) as error:
        raise DeskError(_DAMAGED) from error
    return target.getvalue()


def _page(image: "Image") -> "Image":
    """One picture the way up that its camera noted, on white, in colours that a PDF has."""
    from PIL import Image, ImageOps

    if image.width * image.height > _MOST_PIXELS:
        raise DeskError(_TOO_LARGE)
    upright = ImageOps.exif_transpose(image)
    if upright.mode in {"1", "L", "RGB"}:
        return upright.copy()
    seen = upright.convert("RGBA")
    page = Image.new("RGB", seen.size, "white")
    page.paste(seen, mask=seen)
    return page
