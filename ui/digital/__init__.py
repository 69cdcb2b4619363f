"""The place “Chuyển đổi số”."""
