"""`dxdesk package`, `dxdesk consolidate`: a ward's period as a file, and many of them compared."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dxdesk.cli.call import Call, pass_call, say, write, write_json
from dxdesk.cli.periods import begun, period_of, period_options
from dxdesk.cli.values import FILE, output_file
from dxdesk.cli.words import Vietnamese
from dxdesk.errors import InputError

if TYPE_CHECKING:
    from dxdesk.domain.package import Comparison


@click.command(cls=Vietnamese)
@period_options
@click.option("--output", type=output_file("json"), help="Tệp gói số liệu sẽ ghi, đuôi .json.")
@click.option("--key", "show_key", is_flag=True, help="In khóa của đơn vị để đưa cho cấp trên.")
@pass_call
def package(call: Call, *, output: Path | None, show_key: bool, **asked: Any) -> None:
    """Ghi gói số liệu một kỳ (không có dữ liệu cá nhân) để cấp trên so sánh các đơn vị."""
    from dxdesk.services import packages

    if output is None and not show_key:
        raise InputError("--output: chưa ghi; hãy nêu tệp .json sẽ ghi, hoặc --key để in khóa.")
    period = None if output is None else begun(call, period_of(asked))
    with call.desk() as desk:
        if show_key:
            write(packages.key_of(desk))
        if output is not None and period is not None:
            made = packages.write_package(desk, period, output)
            say(f"Đã ghi gói số liệu của {made.ward}, {len(made.values)} chỉ tiêu, “{output}”.")


@click.command(cls=Vietnamese)
@click.argument("files", metavar="TỆP…", nargs=-1, required=True, type=FILE)
@period_options
@click.option("--wards", type=FILE, help="Danh sách đơn vị phải gửi, mỗi dòng một tên.")
@click.option("--keys", type=FILE, help="Khóa các đơn vị: mỗi dòng tên đơn vị, phím Tab, khóa.")
@click.option("--output", type=output_file("xlsx", "csv"), help="Bảng so sánh sẽ ghi.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")
@pass_call
def consolidate(
    call: Call,
    *,
    files: tuple[Path, ...],
    wards: Path | None,
    keys: Path | None,
    output: Path | None,
    as_json: bool,
    **asked: Any,
) -> None:
    """So sánh gói số liệu của nhiều đơn vị trong một kỳ; không cần cơ sở dữ liệu."""
    from dxdesk.services.packages import consolidate, write_comparison

    period = period_of(asked)
    found = consolidate(files, period, wards=wards, keys=keys)
    if output is not None:
        write_comparison(found, period, output, now=call.outside.clock())
        say(f"Đã ghi “{output}”.")
    if as_json:
        write_json(_plain(found))
    else:
        _print(found)


def _plain(found: "Comparison") -> dict[str, Any]:
    return {
        "wards": list(found.wards),
        "missing": list(found.missing),
        "set_aside": list(found.refused),
        "indicators": [
            {
                "code": row.code,
                "total": None if row.total is None else row.total.exact,
                "wards_in_total": row.counted,
            }
            for row in found.rows
        ],
        "figures": dict(found.figures),
        "wards_in_figures": found.figure_wards,
    }


def _print(found: "Comparison") -> None:
    write(f"Đơn vị có gói số liệu: {len(found.wards)}")
    if found.missing:
        write(f"Chưa gửi ({len(found.missing)}): {'; '.join(found.missing)}")
    for line in found.refused:
        write(f"Để riêng: {line}")
    for row in found.rows:
        total = "—" if row.total is None else f"{row.total.shown} ({row.total.exact})"
        write(f"{row.code}  {row.name}: {total}, {row.counted}/{len(found.wards)} đơn vị")
