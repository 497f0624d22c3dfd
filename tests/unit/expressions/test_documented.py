"""Each operator's meaning stands, with its source, in the module that has it."""

from __future__ import annotations

import re

import pytest

from jarvis_desktop.expressions import loose, macros, operators, special
from tests.support.operator_trees import MACROS

NAMES = {
    operators: operators.STRICT,
    loose: loose.LOOSE,
    special: special.SPECIAL,
    macros: MACROS,
}


@pytest.mark.parametrize("module", NAMES, ids=lambda module: module.__name__)
def test_every_operator_is_explained_where_it_is(module: object) -> None:
    said = set(re.findall(r"`([^`]+)`", module.__doc__ or ""))
    assert [name for name in NAMES[module] if name not in said] == []  # type: ignore[index]  # a module is a key
    assert re.search(r"cel-spec|jsonlogic\.com", module.__doc__ or "")
