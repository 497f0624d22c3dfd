"""The account of the operating system that this program runs under: who sits here until they say otherwise."""

from __future__ import annotations

import getpass
import os
import sys
from contextlib import suppress
from hashlib import sha256

LONGEST = 200
UNNAMED = "person"
"""The user id where the system tells no name."""


def system_account() -> str:
    """The name of the account, fit to be a user id; the same account always has the same."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError, ImportError):  # an account without an entry, or a system without accounts
        return UNNAMED
    return fit(name) or UNNAMED


def full_name() -> str:
    """What the person behind the account is called, "" where the system does not tell."""
    if sys.platform == "win32":
        name = _windows_name()
    else:
        import pwd

        try:
            entry = pwd.getpwuid(os.getuid())
        except KeyError:
            return ""
        # The first of the comma-separated parts, in which “&” stands for the capitalised account name.
        name = entry.pw_gecos.split(",")[0].replace("&", entry.pw_name.capitalize())
        name = "" if fit(name) == entry.pw_name else name
    return fit(name)


def fit(name: str) -> str:
    """A name that a database keeps and a window shows: no control characters, at most 200 characters.

    Of two long ones that begin alike the ends still tell them apart.
    """
    clean = name.encode("utf-8", "replace").decode("utf-8")
    shown = " ".join("".join(c if c.isprintable() else " " for c in clean).split())
    if len(shown) <= LONGEST:
        return shown
    return f"{shown[: LONGEST - 9]}-{sha256(name.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"


def _windows_name() -> str:
    if sys.platform == "win32":
        import ctypes

        length = ctypes.c_ulong(256)
        buffer = ctypes.create_unicode_buffer(length.value)
        displayed = 3  # EXTENDED_NAME_FORMAT.NameDisplay
        with suppress(OSError, AttributeError):
            if ctypes.windll.secur32.GetUserNameExW(displayed, buffer, ctypes.byref(length)):
                return buffer.value
    return ""
