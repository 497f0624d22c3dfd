"""How often a law is tried: a short form for every run, and a long one for `launch.py test --soak`."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

LONG_FORM = "soak"
LONGER = 5
USUAL = 100
"""What Hypothesis tries unless told otherwise."""


def register_forms() -> None:
    """The settings of the short form, from now on, and those of the long one for whom asks for them.

    How fast an example is depends on what else the machine does, so that no law breaks by being slow.
    """
    settings.register_profile("short", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("short")
    settings.register_profile(LONG_FORM, settings.get_profile("short"), max_examples=LONGER * USUAL)


def examples(short: int, long: int | None = None) -> int:
    """The number of examples, given that of the short form and of the long one (else `LONGER` times the short)."""
    return (long or LONGER * short) if settings.get_current_profile_name() == LONG_FORM else short
