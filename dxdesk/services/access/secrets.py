"""Passwords are kept as argon2id digests; wrong tries are counted in the file, not in memory."""

from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Database
from db.models import OfficerRecord, SecretRecord
from dxdesk.desk import Desk
from dxdesk.domain.dossier import OfficerId
from dxdesk.domain.rights import Right
from dxdesk.domain.secret import plain, wait_after, weakness
from dxdesk.errors import DeskError, InputError, StorageError

_ZERO = datetime(2000, 1, 1)
_hasher = PasswordHasher()


def set_password(desk: Desk, officer_id: OfficerId, password: str) -> None:
    """Another officer's by the administrator, one's own by anybody who is signed in."""
    with desk.reading() as session:
        name = session.get_one(OfficerRecord, officer_id).name
    what = f"Đặt mật khẩu cho {name}"
    if officer_id != desk.officer:
        desk.require(Right.PEOPLE, what)
    refused = weakness(password, name)
    if refused is not None:
        raise InputError(refused)
    digest = _hasher.hash(plain(password))
    with desk.act(what, right=Right.PRINT, final=True) as session:
        keep(session, officer_id, digest)


def digest_of(secret: str) -> str:
    return _hasher.hash(plain(secret))


def keep(session: Session, officer_id: OfficerId | None, digest: str) -> None:
    """Within a larger action; wrong tries of before are forgotten."""
    record = _of(session, officer_id)
    if record is None:
        record = SecretRecord(officer_id=officer_id)
        session.add(record)
    record.digest, record.failures, record.failed_at = digest, 0, 0


def has_secret(session: Session, officer_id: OfficerId) -> bool:
    return _of(session, officer_id) is not None


def vouch(database: Database, officer_id: OfficerId | None, secret: str, now: datetime) -> bool:
    """Whether *secret* is the right one; a wrong one makes the next try wait.

    DeskError while a wait runs. The write lock is held, so that tries go one after another.
    """
    with database.aside() as session:  # what is written in it stands also when the try is refused
        record = _of(session, officer_id)
        if record is None:
            raise DeskError("Chưa đặt mật khẩu cho người này; hãy nhờ người quản trị đặt.")
        failures, left = record.failures, _left(record, now)
        right = left <= timedelta() and _matches(record.digest, plain(secret))
        if right:
            record.failures = 0
        elif left <= timedelta():
            record.failures += 1
            record.failed_at = _seconds(now)
    if left > timedelta():
        raise DeskError(_wait_words(failures, left))
    return right


def _matches(digest: str, secret: str) -> bool:
    try:
        return _hasher.verify(digest, secret)
    except VerifyMismatchError:
        return False
    except (InvalidHashError, VerificationError) as error:
        raise StorageError(
            "Mật khẩu lưu trong tệp dữ liệu bị hỏng; hãy nhờ người quản trị đặt lại, hoặc khôi "
            "phục từ bản sao lưu gần nhất."
        ) from error


def _wait_words(failures: int, left: timedelta) -> str:
    seconds = -(-left // timedelta(seconds=1))
    told = f"{-(-seconds // 60)} phút" if seconds > 60 else f"{seconds} giây"  # noqa: PLR2004 - a minute
    return (
        f"Đã nhập sai {failures} lần liền. Hãy đợi {told} rồi nhập lại; quên mật khẩu thì nhờ "
        "người quản trị đặt lại, hoặc dùng mã khôi phục."
    )


def _left(record: SecretRecord, now: datetime) -> timedelta:
    """A clock that was set back makes nobody wait longer than the whole wait."""
    wait = wait_after(record.failures)
    since = now - (_ZERO + timedelta(seconds=record.failed_at))
    if since < timedelta():
        record.failed_at = _seconds(now)
        since = timedelta()
    return wait - since


def _seconds(moment: datetime) -> int:
    return int((moment - _ZERO).total_seconds())


def _of(session: Session, officer_id: OfficerId | None) -> SecretRecord | None:
    return session.scalar(select(SecretRecord).where(SecretRecord.officer_id == officer_id))
