"""Where a database may not live: network shares, known from the system's list of mounts."""

from pathlib import Path

import pytest

from db.location import check_place
from dxdesk.errors import StorageError

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
tmpfs /run tmpfs rw 0 0
server:/export /srv/chung nfs4 rw 0 0
//nas/phuong /mnt/o\\040chung cifs rw 0 0
/dev/sdb1 /srv/chung/rieng ext4 rw 0 0
sshfs#a:/b /mnt/ssh fuse.sshfs rw 0 0

cut
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    path = tmp_path / "mounts"
    path.write_text(MOUNTS, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "place",
    ["/srv/chung/so.db", "/srv/chung", "/mnt/o chung/a/so.db", "/mnt/ssh/so.db"],
)
def test_a_file_on_a_share_is_refused_in_words(mounts: Path, place: str) -> None:
    with pytest.raises(StorageError, match="ổ mạng"):
        check_place(Path(place), mounts=mounts)


@pytest.mark.parametrize(
    "place", ["/home/so.db", "/srv/chung2/so.db", "/srv/chung/rieng/so.db", "so.db"]
)
def test_a_file_on_a_disk_of_this_computer_is_fine(mounts: Path, place: str) -> None:
    check_place(Path(place), mounts=mounts)


def test_a_link_onto_a_share_is_refused_too(mounts: Path, tmp_path: Path) -> None:
    link = tmp_path / "lien-ket"
    link.symlink_to("/srv/chung")
    with pytest.raises(StorageError, match="ổ mạng"):
        check_place(link / "so.db", mounts=mounts)


def test_without_a_list_of_mounts_nothing_is_refused(tmp_path: Path) -> None:
    check_place(Path("/srv/chung/so.db"), mounts=tmp_path / "không có")
