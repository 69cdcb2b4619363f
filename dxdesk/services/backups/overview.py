"""How safe the data are now: the backups, the second place, the last rehearsal."""

from dataclasses import dataclass
from datetime import datetime

from dxdesk.desk import Desk
from dxdesk.domain.backup import Backup
from dxdesk.services.backups.making import all_backups, database_of
from dxdesk.services.backups.memory import moment, recall
from dxdesk.services.backups.second import SecondPlace, second_place

WORRYING_DAYS = 7


@dataclass(frozen=True, slots=True)
class Overview:
    backups: tuple[Backup, ...]
    """Newest first."""
    second: SecondPlace | None
    rehearsed_at: datetime | None
    rehearsal_problems: tuple[str, ...]


def overview(desk: Desk) -> Overview:
    memory = recall(database_of(desk))
    return Overview(
        backups=tuple(all_backups(desk)),
        second=second_place(desk),
        rehearsed_at=moment(memory.rehearsed_at),
        rehearsal_problems=memory.rehearsal_problems,
    )


def worries(found: Overview, now: datetime) -> tuple[str, ...]:
    """What the officer should do something about, one sentence each."""
    sentences = []
    if not found.backups:
        sentences.append("Chưa có bản sao lưu nào; hãy bấm “Sao lưu ngay”.")
    if found.second is None:
        sentences.append(
            "Chưa chọn nơi thứ hai: hỏng ổ đĩa là mất cả dữ liệu lẫn bản sao lưu. Hãy chọn một thư "
            "mục trên USB, ổ đĩa khác hoặc ổ mạng."
        )
    else:
        sentences += _of_second(found.second, now)
    if found.rehearsal_problems:
        sentences.append(
            f"Diễn tập khôi phục không đạt: {found.rehearsal_problems[0]} Hãy sao lưu lại rồi diễn "
            "tập lại."
        )
    return tuple(sentences)


def _of_second(place: SecondPlace, now: datetime) -> list[str]:
    sentences = []
    if place.same_disk:
        sentences.append(
            f"Nơi thứ hai “{place.folder}” nằm cùng ổ đĩa với dữ liệu; hãy chọn ổ đĩa khác."
        )
    days = None if place.newest is None else (now - place.newest).days
    if days is None and not place.reachable:
        sentences.append(f"Chưa thấy nơi thứ hai “{place.folder}”; hãy cắm USB hoặc nối ổ mạng.")
    elif days is not None and days >= WORRYING_DAYS:
        sentences.append(
            f"Bản sao ở nơi thứ hai đã cũ {days} ngày; hãy cắm USB hoặc nối ổ mạng rồi bấm “Sao "
            "lưu ngay”."
        )
    return sentences
