"""`dxdesk encrypt` and `dxdesk decrypt`: the file at rest."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dxdesk.cli.call import Call, Progress, pass_call, say, write
from dxdesk.cli.unlocking import new_passphrase
from dxdesk.cli.words import Vietnamese
from dxdesk.errors import InputError

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from dxdesk.domain.key import Keys
    from dxdesk.services.encryption.copies import Unlike

KEEP_IT = (
    "Mã mở dữ liệu dưới đây mở được tệp khi quên mật khẩu; chương trình không lưu mã. Hãy chép ra "
    "giấy, cất trong tủ có khóa. Mất cả mật khẩu lẫn mã thì không ai mở được dữ liệu."
)


@click.command(cls=Vietnamese)
@click.option(
    "--new-passphrase-file",
    "place",
    metavar="TỆP",
    help="Lấy mật khẩu mới ở dòng đầu của tệp (- là đầu vào chuẩn); không ghi thì hỏi.",
)
@click.option(
    "--old-copies",
    is_flag=True,
    help="Mã hóa luôn các bản sao lưu cũ chưa mã hóa hoặc còn mật khẩu trước.",
)
@pass_call
def encrypt(call: Call, *, place: str | None, old_copies: bool) -> None:
    """Mã hóa tệp dữ liệu bằng mật khẩu; tệp đã mã hóa thì đổi sang mật khẩu mới."""
    from dxdesk.services.encryption.changing import encrypt

    with call.desk() as desk:
        before = desk.database.keys
        made = encrypt(desk, new_passphrase(place))
    try:
        say("Đã mã hóa tệp dữ liệu và mở ra kiểm tra.")
        _tell_kept(made.kept, made.problem)
        _old_copies(made.desk, before, wanted=old_copies)
    finally:
        made.desk.close()
        say(KEEP_IT)
        write(made.code)


def _tell_kept(kept: Path | None, problem: str) -> None:
    if kept is not None:
        say(f"Tệp trước khi đổi được giữ ở “{kept}”.")
    if problem:
        say(f"Chưa sao lưu lại được sau khi đổi: {problem}")


def _old_copies(desk: "Desk", keys: "Keys", *, wanted: bool) -> None:
    from dxdesk.services.encryption.copies import bring_along, unlike

    if wanted:
        done = bring_along(desk, keys, progress=Progress("Đang mã hóa các bản sao lưu cũ"))
        say(f"Đã mã hóa {done} bản sao lưu cũ bằng mật khẩu đang dùng.")
    for line in copies_words(unlike(desk)):
        say(line)


def copies_words(found: "Unlike") -> list[str]:
    """What still lies about, a line each."""
    lines = [f"CHƯA mã hóa: “{one}”" for one in found.plain]
    lines += [f"Còn mật khẩu của lúc sao lưu: “{one}”" for one in found.other]
    if found.away is not None:
        lines.append(f"Chưa thấy nơi thứ hai “{found.away}”; các bản ở đó vẫn như cũ.")
    return lines


@click.command(cls=Vietnamese)
@click.option("--yes", is_flag=True, help="Đồng ý để tệp không mã hóa.")
@pass_call
def decrypt(call: Call, *, yes: bool) -> None:
    """Bỏ mã hóa: từ đó ai có tệp dữ liệu là đọc được."""
    from dxdesk.services.encryption.changing import decrypt

    if not yes:
        raise InputError(
            "Bỏ mã hóa thì ai có tệp dữ liệu là đọc được mọi hồ sơ. Nếu đúng là muốn vậy, hãy thêm "
            "--yes."
        )
    with call.desk() as desk:
        made = decrypt(desk)
    made.desk.close()
    say("Đã bỏ mã hóa tệp dữ liệu và mở ra kiểm tra.")
    _tell_kept(made.kept, made.problem)
    say("Các bản sao lưu cũ vẫn mã hóa và mở bằng mật khẩu của lúc sao lưu.")
