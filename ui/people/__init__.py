"""People: one's own settings, the first set-up, everybody and who is signed in."""

from __future__ import annotations

from ui.components.component import ComponentSpec, built_by

COMPONENTS = (
    ComponentSpec("my_settings", built_by("ui.people.my_settings", "MySettings")),
    ComponentSpec("people_overview", built_by("ui.people.overview", "PeopleOverview")),
    ComponentSpec("session_list", built_by("ui.people.session_list", "SessionList")),
)
