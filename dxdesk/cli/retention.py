"""`retention`: dossiers past their term, and the removal of their personal data."""

from typing import TYPE_CHECKING

import click

from dxdesk.cli.call import Call, Progress, moment_text, pass_call, say, write_json, write_table
from dxdesk.cli.values import whole
from dxdesk.cli.words import Vietnamese

if TYPE_CHECKING:
    from dxdesk.domain.retention import Kept
    from dxdesk.services.retention.due import Overview

_MOST = 10_000_000


@click.command(cls=Vietnamese)
@click.option(
    "--remove",
    "confirmed",
    type=whole("SỐ_HỒ_SƠ", least=0, most=_MOST),
    help="Xóa dữ liệu cá nhân của đúng từng này hồ sơ hết thời hạn; không hoàn tác được.",
)
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")
@pass_call
def retention(call: Call, *, confirmed: int | None, as_json: bool) -> None:
    """Liệt kê hồ sơ hết thời hạn lưu trữ; xóa dữ liệu cá nhân của các hồ sơ đó."""
    from dxdesk.services.retention import copies, due, remove

    with call.desk() as desk:
        if confirmed is None:
            found = due.overview(desk)
            _show(found, as_json=as_json)
            return
        removed = remove.remove(
            desk, confirmed=confirmed, progress=Progress("Đang xóa dữ liệu cá nhân")
        )
        left = copies.words(copies.copies(desk))
    if as_json:
        write_json({"removed": removed.dossiers, "files": removed.files, "swept": removed.swept})
    say(f"Đã xóa dữ liệu cá nhân của {removed.dossiers} hồ sơ, {removed.files} tệp đính kèm.")
    if not removed.swept:
        say("Chương trình khác đang mở tệp dữ liệu; mở lại cửa sổ để dọn nốt.")
    say(f"{left}\nHãy sao lưu ngay để có một bản không còn dữ liệu này.")


def _show(found: "Overview", *, as_json: bool) -> None:
    if as_json:
        write_json(
            {
                "due": found.due,
                "held": found.held,
                "waiting": found.waiting,
                "removed": found.removed,
                "dossiers": [_plain(one) for one in found.listed],
            }
        )
        return
    rows = [
        (one.name, f"{one.ended_at:%d/%m/%Y}", one.term, f"{one.due_at:%d/%m/%Y}", one.held)
        for one in found.listed
    ]
    if rows:
        write_table(("Hồ sơ", "Kết thúc", "Thời hạn", "Hết hạn", "Giữ lại vì"), rows)
    if not found.has_terms:
        say("Đơn vị chưa đặt thời hạn lưu trữ; hãy đặt ở trang Danh mục, thẻ Lưu trữ.")
    say(f"{found.due} hồ sơ hết thời hạn lưu trữ, {found.held} hồ sơ được giữ lại.")


def _plain(one: "Kept") -> dict[str, object]:
    return {
        "name": one.name,
        "procedure": one.procedure,
        "ended": moment_text(one.ended_at),
        "term": one.term,
        "due": moment_text(one.due_at),
        "held": one.held,
    }
