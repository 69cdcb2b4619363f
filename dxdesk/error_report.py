"""What somebody who repairs the program needs of a fault, for the clipboard: no data of anyone."""

import platform
import sys

from dxdesk import __version__
from dxdesk.log import impersonal_chain

_HEAD = "Báo cáo lỗi của DX Desk (không có dữ liệu hồ sơ, không có tên người)"


def error_report(error: BaseException) -> str:
    """Versions and the places in the code; never a message that may repeat what was typed."""
    system = f"{platform.system()} {platform.release()}"
    versions = f"Phiên bản: {__version__}; Python {sys.version.split()[0]}; {system}"
    return "\n".join((_HEAD, versions, *impersonal_chain(error)))
