"""The permissions of this program, and what a persona without a manifest of its own may do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_DAILY_WORK = frozenset(
    {
        "records.read",
        "records.write",
        "incidents.read",
        "incidents.write",
        "incidents.assign",
        "incidents.resolve",
        "submissions.read",
        "submissions.write",
        "submissions.assign",
        "submissions.decide",
        "agents.read",
        "governance.read",
        "config.read",
    }
)

KNOWN_PERMISSIONS: frozenset[str] = _DAILY_WORK | {
    "agents.write",
    "governance.write",
    "config.write",
    "forms.publish",
    "data.browse",
}

STARTER_MANIFESTS: Mapping[str, frozenset[str]] = {
    "advanced": _DAILY_WORK,
    "standard": frozenset({"records.read", "submissions.read", "incidents.read"}),
}


def granted(manifest: object, access_level: str, mentioned: Iterable[str] = ()) -> frozenset[str]:
    """The permissions of a persona.

    A manifest with `permissions` grants exactly those (none at all when they are not a list of texts). Without one the
    access level decides: admin holds every permission known to the program or `mentioned` by any row, advanced and
    standard their starter manifest; an unknown level counts as standard.
    """
    if isinstance(manifest, Mapping) and "permissions" in manifest:
        listed = manifest["permissions"]
        if not isinstance(listed, list) or not all(isinstance(entry, str) for entry in listed):
            return frozenset()
        return frozenset(entry.strip() for entry in listed if entry.strip())
    if access_level == "admin":
        return KNOWN_PERMISSIONS | frozenset(mentioned)
    return STARTER_MANIFESTS.get(access_level, STARTER_MANIFESTS["standard"])
