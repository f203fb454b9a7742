"""The editors' command line, ``lanmu``."""
