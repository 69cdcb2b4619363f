"""Rows of a file against dossiers whose personal data was removed after their term."""

from collections.abc import Mapping
from typing import Any

from dxdesk.services.imports.names import RefusedError


def check_not_removed(nameless: Mapping[str, Any] | None) -> None:
    """RefusedError when a row without a code may be *nameless*, whose owner is gone.

    It came at the same moment for the same procedure; taken in, it would be counted twice.
    """
    if nameless is not None and nameless["data_removed_at"] is not None:
        book = f"{nameless['book_year']}/{nameless['book_number']:06}"
        raise RefusedError(
            "code",
            "",
            f"Có thể là hồ sơ số {book}, đã xóa dữ liệu cá nhân theo thời hạn lưu trữ; nếu là hồ "
            "sơ khác, hãy ghi mã hồ sơ.",
        )
