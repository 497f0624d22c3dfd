"""Numbers as people write them: grouped, with currency, percent, a decimal comma, or in brackets for less than zero."""

from __future__ import annotations

import re
from decimal import Decimal

from jarvis_desktop.core.words import mark, shown, tr
from jarvis_desktop.imports.repairs.words import Found, Repair

MOST_DIGITS = 1000
_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d+", re.ASCII)
_DOT_GROUPS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+", re.ASCII)
_CURRENCY = r"(?:US\$|A\$|C\$|[$€£¥₹₽₺₩฿]|[A-Z]{3}|kr\.?|Fr\.?|zł)"
_MONEY_BEFORE = re.compile(rf"([+-]?)\s*{_CURRENCY}\s*(?=[+-]?[\d.,(])")
_MONEY_BEHIND = re.compile(rf"(?<=[\d.,)])\s*{_CURRENCY}$")
_SPACED = re.compile(r"\d{1,3}(?:[ '\u2019\u00a0\u2009\u202f]\d{3})+(?=[.,]\d+$|$)", re.ASCII)
_NUMBER = mark("must be a number")


def read_number(text: str, *, whole: bool, comma: bool | None) -> Found:
    """The number a text means; `comma`: 1,234 is one and a bit (True), more than a thousand (False), or not known."""
    bare = text.strip()
    if len(bare) > MOST_DIGITS:
        return Found("", problem=shown(_NUMBER))
    if _PLAIN.fullmatch(bare) and not (comma and _DOT_GROUPS.fullmatch(bare)):
        return _finished(bare, Repair.SPACES if bare != text else "", whole=whole)
    bare, repair = _without_signs(bare)
    less = bare.startswith("-")
    digits = bare[1:].lstrip() if bare[:1] in {"+", "-"} else bare
    spaced = _SPACED.match(digits)
    if spaced:
        digits = re.sub(r"[ '\u2019\u00a0\u2009\u202f]", "", spaced[0]) + digits[spaced.end() :]
        repair = repair or Repair.GROUPING
    found = _with_point(digits, whole=whole, comma=comma)
    if found.problem:
        return found
    return _finished(("-" if less else "") + found.text, repair or found.repair, whole=whole)


def _without_signs(bare: str) -> tuple[str, str]:
    """The text without currency, percent sign, brackets and a sign behind, and the first repair that took."""
    repair = ""
    if bare.startswith("(") and bare.endswith(")"):
        bare, repair = "-" + bare[1:-1].strip(), Repair.SIGN
    bare = bare.replace("\u2212", "-")
    plain = _MONEY_BEHIND.sub("", _MONEY_BEFORE.sub(r"\1", bare, count=1)).strip()
    if plain != bare:
        bare, repair = plain, Repair.CURRENCY
    if bare.startswith("(") and bare.endswith(")"):
        bare = "-" + bare[1:-1].strip()
    if bare.endswith("%"):
        bare, repair = bare[:-1].strip(), Repair.PERCENT
    if bare.endswith("-") and bare[:1].isdigit():
        bare, repair = "-" + bare[:-1].strip(), Repair.SIGN
    return bare, repair


def _with_point(digits: str, *, whole: bool, comma: bool | None) -> Found:
    """Digits with points and commas as digits with at most one point."""
    if not re.fullmatch(r"[\d.,]*\d[\d.,]*", digits, re.ASCII):
        return Found("", problem=shown(_NUMBER))
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        mark = max(".", ",", key=digits.rfind)
        other = "," if mark == "." else "."
        return _grouped(digits, other, mark) if digits.count(mark) == 1 else Found("", problem=shown(_NUMBER))
    if points > 1:
        return _grouped(digits, ".", "")
    if commas > 1:
        return _grouped(digits, ",", "")
    if points:
        if comma and _DOT_GROUPS.fullmatch(digits):
            return _grouped(digits, ".", "")
        return Found(digits)
    if commas:
        return _one_comma(digits, whole=whole, comma=comma)
    return Found(digits)


def _one_comma(digits: str, *, whole: bool, comma: bool | None) -> Found:
    before, behind = digits.split(",")
    groups = len(behind) == 3 and 1 <= len(before) <= 3 and before != "0"
    if not groups:
        return Found(f"{before or '0'}.{behind}" if behind else before, Repair.DECIMAL)
    if whole or comma is False:
        return Found(before + behind, Repair.GROUPING)
    if comma:
        return Found(f"{before}.{behind}", Repair.DECIMAL)
    return Found("", problem=tr("can be read in two ways: say whether a comma stands before decimals"), ambiguous=True)


def _grouped(digits: str, group: str, point: str) -> Found:
    front, _, behind = digits.partition(point) if point else (digits, "", "")
    parts = front.split(group)
    if not (1 <= len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])) or (group in behind):
        return Found("", problem=shown(_NUMBER))
    text = "".join(parts) + (f".{behind}" if behind else "")
    return Found(text, Repair.DECIMAL if point == "," else Repair.GROUPING)


def _finished(text: str, repair: str, *, whole: bool) -> Found:
    if not _PLAIN.fullmatch(text):
        return Found("", problem=shown(_NUMBER))
    if not whole or _WHOLE.fullmatch(text):
        return Found(text, repair)
    number = Decimal(text)
    if number.adjusted() > MOST_DIGITS or number != number.to_integral_value():
        return Found("", problem=tr("must be a whole number"))
    return Found(str(int(number)), repair or Repair.WHOLE)
