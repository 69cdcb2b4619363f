"""Signing in: an officer and a secret give a desk with that officer's rights."""

import secrets as random
from dataclasses import dataclass, replace

from sqlalchemy import select

from db.models import ActionKind, OfficerRecord, SecretRecord
from dxdesk.desk import Desk
from dxdesk.domain.dossier import OfficerId
from dxdesk.domain.rights import Right, Role
from dxdesk.domain.secret import CODE_BYTES, code_text, plain_code, weakness
from dxdesk.domain.text import folded
from dxdesk.errors import DeskError, InputError
from dxdesk.services.access.mode import Mode, keep_mode
from dxdesk.services.access.secrets import digest_of, keep, vouch

WRONG = "Mật khẩu không đúng. Hãy xem phím Caps Lock, bộ gõ tiếng Việt rồi nhập lại."
WRONG_CODE = "Mã khôi phục không đúng. Hãy xem lại tờ giấy đã in và nhập đủ các nhóm chữ."


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may sign in."""

    id: OfficerId
    name: str
    role: Role


def people(desk: Desk) -> tuple[Person, ...]:
    """Who may sign in, in order of their coming; readable before anybody did."""
    statement = (
        select(OfficerRecord)
        .join(SecretRecord, SecretRecord.officer_id == OfficerRecord.id)
        .where(OfficerRecord.active)
        .order_by(OfficerRecord.id)
    )
    with desk.database.reading() as session:
        return tuple(_person(record) for record in session.scalars(statement))


def _person(record: OfficerRecord) -> Person:
    return Person(OfficerId(record.id), record.name, record.role or Role.CLERK)


def person_named(desk: Desk, name: str) -> Person:
    """For the command line: by the full name, however it is accented; InputError otherwise."""
    found = [one for one in people(desk) if folded(one.name) == folded(name)]
    if len(found) != 1:
        raise InputError(
            f"Không có cán bộ “{name}” trong những người được đăng nhập; hãy ghi đúng họ tên."
        )
    return found[0]


def sign_in(desk: Desk, officer_id: OfficerId, password: str) -> Desk:
    """The desk of that officer. DeskError when the password is wrong or a wait runs."""
    person = next((one for one in people(desk) if one.id == officer_id), None)
    if person is None:
        raise DeskError("Người này không được đăng nhập; hãy chọn người khác trong danh sách.")
    signed = replace(desk, officer=person.id, role=person.role)
    if not vouch(desk.database, person.id, password, desk.clock()):
        signed.note("Nhập sai mật khẩu")
        raise DeskError(WRONG)
    signed.note("Đăng nhập")
    return signed


def ask_passwords(desk: Desk, password: str) -> tuple[Desk, str]:
    """From now on everybody signs in; who chooses this becomes the administrator.

    The desk to go on with, and the recovery code: shown this once, kept only as a digest.
    """
    with desk.reading() as session:
        name = session.get_one(OfficerRecord, desk.officer).name
    refused = weakness(password, name)
    if refused is not None:
        raise InputError(refused)
    code = _new_code()
    with desk.act("Chọn chế độ mỗi người một mật khẩu", right=Right.PEOPLE, final=True) as session:
        session.get_one(OfficerRecord, desk.officer).role = Role.ADMINISTRATOR
        keep(session, desk.officer, digest_of(password))
        keep(session, None, digest_of(plain_code(code)))
        keep_mode(session, Mode.PEOPLE)
    return replace(desk, role=Role.ADMINISTRATOR), code


def new_recovery_code(desk: Desk) -> str:
    """Another code; the one on the old sheet is worth nothing from now on."""
    code = _new_code()
    with desk.act("Làm mã khôi phục mới", right=Right.PEOPLE, final=True) as session:
        keep(session, None, digest_of(plain_code(code)))
    return code


def recover(desk: Desk, officer_id: OfficerId, code: str, password: str) -> tuple[Desk, str]:
    """An administrator who forgot the password sets a new one by the printed code.

    The desk to go on with, and the next code: each is good once.
    """
    person = next((one for one in people(desk) if one.id == officer_id), None)
    if person is None or person.role is not Role.ADMINISTRATOR:
        raise DeskError(
            "Mã khôi phục chỉ đặt lại mật khẩu của người quản trị; người khác thì nhờ người quản "
            "trị đặt lại."
        )
    refused = weakness(password, person.name)
    if refused is not None:
        raise InputError(refused)
    signed = replace(desk, officer=person.id, role=person.role)
    if not vouch(desk.database, None, plain_code(code), desk.clock()):
        signed.note("Nhập sai mã khôi phục")
        raise DeskError(WRONG_CODE)
    following = _new_code()
    with desk.database.action(
        f"Đặt lại mật khẩu của {person.name} bằng mã khôi phục",
        officer_id=person.id,
        at=desk.now(),
        kind=ActionKind.FINAL,
    ) as session:
        keep(session, person.id, digest_of(password))
        keep(session, None, digest_of(plain_code(following)))
    return signed, following


def _new_code() -> str:
    return code_text(random.token_bytes(CODE_BYTES))
