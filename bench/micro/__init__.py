"""Small things that pytest-benchmark times: ``python -m pytest bench/micro``."""
