"""`dxdesk screenshot`: a page of the window, drawn without a screen."""

from pathlib import Path

import click

from dxdesk.cli.call import Call, pass_call, say
from dxdesk.cli.values import SIZE, key, output_file, whole
from dxdesk.cli.words import Vietnamese
from dxdesk.errors import InputError


@click.command(cls=Vietnamese)
@click.argument("page", metavar="TRANG")
@click.argument("file", metavar="TỆP.png", type=output_file("png"))
@click.option("--size", type=SIZE, default="1366x768", help="Cỡ cửa sổ; mặc định 1366x768.")
@click.option(
    "--scale",
    type=whole("PHẦN_TRĂM", least=50, most=400),
    default=100,
    help="Phóng to, theo phần trăm; mặc định 100.",
)
@click.option(
    "--theme",
    type=key("GIAO_DIỆN", ("light", "dark")),
    default="light",
    help="light: sáng; dark: tối.",
)
@pass_call
def screenshot(
    call: Call, *, page: str, file: Path, size: tuple[int, int], scale: int, theme: str
) -> None:
    """Vẽ một trang của cửa sổ ra tệp ảnh."""
    pages = call.outside.pages()
    if page not in pages:
        raise InputError(f"TRANG: không có “{page}”; hãy chọn một trong: {', '.join(pages)}.")
    call.outside.picture(page, call.open, file, size=size, scale=scale, theme=theme)
    say(f"Đã vẽ trang {page} vào “{file}”.")
