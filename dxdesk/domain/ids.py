"""Codes and numbers that people type: what they should look like. A doubt is a warning."""

import re

CODE = re.compile(r"^(?:\d{3}\.\d{2}\.\d{2}\.)?[GH]\d{2}(?:\.\d{2,3}){0,3}-\d{6}-\d{4,6}$")
"""Official dossier code (Thông tư 03/2025/TT-VPCP, 4/2025/TT-VPCP; law.md §2.7)."""
_CITIZEN = re.compile(r"^\d{12}$|^\d{9}$")
_TAX = re.compile(r"^\d{10}(-?\d{3})?$")
_PHONE = re.compile(r"^0[35789]\d{8}$|^02\d{9}$")


def code_doubts(code: str, *, prefix: str = "") -> tuple[str, ...]:
    """What looks wrong about an official code; *prefix* is the ward's own (`H99.12`)."""
    if not code:
        return ()
    if not CODE.fullmatch(code):
        return (
            (
                f"Mã hồ sơ “{code}” không đúng mẫu thường gặp (ví dụ H99.12-260223-0001); "
                "hãy đối chiếu với giấy tiếp nhận."
            ),
        )
    if prefix and not code.startswith(prefix + "-"):
        return (
            (
                f"Mã hồ sơ “{code}” không bắt đầu bằng “{prefix}”: có thể là mã của đơn vị khác; "
                "hãy đối chiếu."
            ),
        )
    return ()


def citizen_doubts(number: str) -> tuple[str, ...]:
    """Doubts about an id number; the number itself is not repeated (personal data)."""
    if not number or _CITIZEN.fullmatch(number) or _TAX.fullmatch(number):
        return ()
    digits = sum(ch.isdigit() for ch in number)
    if digits == 11 and number.isdigit():  # noqa: PLR2004 - one of twelve digits is missing
        return ("Số giấy tờ có 11 chữ số, số định danh có 12; hãy xem có mất số 0 ở đầu không.",)
    return (
        (
            f"Số giấy tờ có {digits} chữ số; số định danh có 12, CMND cũ có 9, mã số thuế có 10 "
            "hoặc 13 chữ số. Hãy kiểm tra lại."
        ),
    )


def phone_doubts(number: str) -> tuple[str, ...]:
    if not number or _PHONE.fullmatch(number):
        return ()
    return (
        (
            "Số điện thoại không đúng mẫu (di động 10 chữ số, bắt đầu bằng 03, 05, 07, 08, 09). "
            "Hãy kiểm tra lại."
        ),
    )


def clean_phone(number: str) -> str:
    """Digits only; +84 and 84 become the leading 0."""
    digits = re.sub(r"[\s.\-()]", "", number)
    return re.sub(r"^\+?84(?=\d{9}$)", "0", digits)


def clean_id_no(number: str) -> str:
    return re.sub(r"\s", "", number)
