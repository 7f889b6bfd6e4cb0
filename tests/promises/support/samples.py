"""How much of a test that could go on for ever is run: one place, read by every test that takes samples."""
import os

LONG = os.environ.get("SSS_LONG", "") not in ("", "0")            # ./dev test --long
SANITIZED = os.environ.get("SSS_SANITIZED", "") not in ("", "0")  # a program that takes three times as long (tests/CMakeLists.txt)


def sample(plain, long, sanitized):
    return long if LONG else sanitized if SANITIZED else plain
