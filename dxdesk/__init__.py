"""DX Desk: the desk of a Vietnamese ward's one-stop shop."""

__version__ = "0.1.0"
