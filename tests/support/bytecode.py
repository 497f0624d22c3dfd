"""Compiled modules for the programs that benchmarks start, as a person's installation has them."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

UNWRITTEN = "PYTHONDONTWRITEBYTECODE"
FOLDER = "PYTHONPYCACHEPREFIX"


@contextmanager
def kept_bytecode() -> Iterator[None]:
    """Have every process started meanwhile keep what it compiles in one temporary folder, where the machine keeps none.

    Each start would compile hundreds of modules there.
    """
    if not os.environ.get(UNWRITTEN):
        yield
        return
    before = {name: os.environ.get(name) for name in (UNWRITTEN, FOLDER)}
    with tempfile.TemporaryDirectory(prefix="bytecode-") as folder:
        os.environ.pop(UNWRITTEN, None)
        os.environ[FOLDER] = folder
        try:
            yield
        finally:
            for name, value in before.items():
                os.environ.pop(name, None)
                if value is not None:
                    os.environ[name] = value
