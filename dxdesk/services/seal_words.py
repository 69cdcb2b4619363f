"""What a broken chain of the action log means, in words."""

from db.seals import Break


def words(broken: Break) -> str:
    what = f"“{broken.name}”" if broken.name else "đã bị xóa"
    return (
        f"Nhật ký bị sửa ngoài chương trình: chuỗi niêm đứt ở thao tác số {broken.action_id} "
        f"({what}). Từ đó trở đi nhật ký không còn là bằng chứng; hãy so với bản sao lưu cũ hơn."
    )
