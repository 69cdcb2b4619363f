"""Where removed data still lies: in backups, until they are thinned out."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db.shelf import backups_in, folder_of, set_aside
from dxdesk.desk import Desk
from dxdesk.domain.thinning import gone_by
from dxdesk.services.backups.making import database_of
from dxdesk.services.backups.second import second_place


@dataclass(frozen=True, slots=True)
class Copies:
    """Copies of the file from before now."""

    backups: int
    last_gone: datetime | None
    """When the last of them goes if a backup is made every day; None: there are none."""
    aside: tuple[str, ...]
    """What was set aside by restores and new keys; nothing thins it: to be deleted by hand."""
    second: str
    """The folder of the second place, which holds copies too; empty: there is none."""


def copies(desk: Desk) -> Copies:
    if desk.database.path is None:
        return Copies(0, None, (), "")
    database = database_of(desk)
    found = [one.at for one in backups_in(folder_of(database), database)]
    place = second_place(desk)
    if place is not None and place.reachable:
        found += [one.at for one in backups_in(place.folder, database)]
    return Copies(
        backups=len(found),
        last_gone=gone_by(found, desk.now()) if found else None,
        aside=tuple(Path(one.path).name for one in set_aside(database)),
        second="" if place is None else str(place.folder),
    )


def words(found: Copies) -> str:
    """What an officer should know before removing, or after."""
    lines = []
    if found.last_gone is None:
        lines.append("Chưa có bản sao lưu nào còn giữ dữ liệu này.")
    else:
        lines.append(
            f"{found.backups} bản sao lưu vẫn còn dữ liệu này; bản cuối cùng được chương trình dọn "
            f"khoảng ngày {found.last_gone:%d/%m/%Y}, nếu mỗi ngày làm việc đều có bản mới."
        )
    if found.second:
        lines.append(f"Nơi thứ hai “{found.second}” cũng có bản sao, dọn theo cùng cách.")
    if found.aside:
        named = ", ".join(f"“{name}”" for name in found.aside)
        lines.append(f"Tệp giữ lại khi khôi phục, đổi mã hóa không tự mất: {named}; hãy tự xóa.")
    lines.append("Tệp đã xuất, giấy đã in và bản chốt kỳ đã ký không thay đổi.")
    return "\n".join(lines)
