"""Exact numbers: whole ones of any size, others as Decimal; a result too long to be exact is Failed, never rounded.

Only division rounds: to 34 digits, half to even, as decimal128 does (IEEE 754-2019, 3.5).
"""

from __future__ import annotations

from decimal import (
    ROUND_HALF_EVEN,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
    Subnormal,
    Underflow,
)
from typing import TypeAlias

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.tree import Failed

Number: TypeAlias = int | Decimal

MAX_DIGITS = 1_000
"""Digits before and after the decimal point together."""

_LARGEST = 10**MAX_DIGITS
_TRAPS = [Inexact, InvalidOperation, Overflow, DivisionByZero, Subnormal, Underflow]
_EXACT = Context(prec=MAX_DIGITS, Emax=MAX_DIGITS, Emin=-MAX_DIGITS, traps=_TRAPS)
_DIVIDING = Context(
    prec=34, rounding=ROUND_HALF_EVEN, Emax=MAX_DIGITS, Emin=-MAX_DIGITS, traps=[InvalidOperation, Overflow]
)
_LONGEST_TEXT = 400


def add(first: Number, second: Number) -> Number | Failed:
    """The sum."""
    if type(first) is int and type(second) is int:
        return _bounded(first + second)
    try:
        return _EXACT.add(first, second)
    except ArithmeticError:
        return too_long()


def subtract(first: Number, second: Number) -> Number | Failed:
    """The difference."""
    if type(first) is int and type(second) is int:
        return _bounded(first - second)
    try:
        return _EXACT.subtract(first, second)
    except ArithmeticError:
        return too_long()


def multiply(first: Number, second: Number) -> Number | Failed:
    """The product."""
    if type(first) is int and type(second) is int:
        return _bounded(first * second)
    try:
        return _EXACT.multiply(first, second)
    except ArithmeticError:
        return too_long()


def divide(first: Number, second: Number) -> Number | Failed:
    """The quotient: 7 / 2 is 3.5, 4 / 2 the whole number 2; Failed for a divisor of zero."""
    if second == 0:
        return Failed(tr("a number is divided by zero"))
    if type(first) is int and type(second) is int:
        quotient, rest = divmod(first, second)
        if rest == 0:
            return quotient
    try:
        return whole(_DIVIDING.divide(_decimal(first), _decimal(second)))
    except ArithmeticError:
        return too_long()


def remainder(first: Number, second: Number) -> Number | Failed:
    """What is left of `first`, with its sign, as in ECMAScript and CEL: -7 % 3 is -1."""
    if second == 0:
        return Failed(tr("a number is divided by zero"))
    if type(first) is int and type(second) is int:
        rest = abs(first) % abs(second)
        return -rest if first < 0 else rest
    try:
        return _EXACT.remainder(first, second)
    except ArithmeticError:
        return too_long()


def negate(number: Number) -> Number | Failed:
    """The number with the other sign."""
    return subtract(0, number)


def whole(number: Decimal) -> Number:
    """The same number, as int where it is one that fits."""
    if number == number.to_integral_value() and number.adjusted() <= MAX_DIGITS:
        return int(number)
    return number


def read_number(text: str) -> Number | None:
    """The number that a text writes, blanks around it aside; 0 for a blank one, None for one that writes none."""
    if len(text) > _LONGEST_TEXT:
        return None
    digits = text.strip()
    if not digits:
        return 0
    if "_" in digits or not digits.isascii():
        return None
    try:
        return int(digits)
    except ValueError:
        pass
    try:
        number = Decimal(digits)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) <= MAX_DIGITS else None


def number_text(number: Number) -> str:
    """The number as people and JSON write it: no exponent, no zeros at the end of a fraction."""
    if isinstance(number, int):
        return str(number) if -_LARGEST < number < _LARGEST else f"{Decimal(number):E}"
    if abs(number.adjusted()) > MAX_DIGITS:
        return str(number)
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") or "0" if "." in text else text


def too_long() -> Failed:
    """The answer where a result could not be exact."""
    return Failed(tr("a number gets more than {digits} digits", digits=f"{MAX_DIGITS:,}"))


def _bounded(number: int) -> Number | Failed:
    return number if -_LARGEST < number < _LARGEST else too_long()


def _decimal(number: Number) -> Decimal:
    return number if isinstance(number, Decimal) else Decimal(number)
