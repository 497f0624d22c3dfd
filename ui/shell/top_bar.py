"""The bar above the content: where am I, theme, and who is looking."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from jarvis_desktop.core.words import tr
from ui.core.elided import ElidedLabel
from ui.core.icons import icon
from ui.core.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16, TOP_BAR_HEIGHT, zoomed
from ui.core.sides import margins
from ui.shell.avatar import AVATAR, avatar
from ui.shell.palette_field import PaletteField

if TYPE_CHECKING:
    from jarvis_desktop.metadata.types import PersonaView
    from ui.core.theme import Theme


_WIDEST_TITLE, _WIDEST_NAME, _WIDEST_ENTRY = 320, 160, 360
"""Pixels at 100 %; what is longer is whole in the tool tip."""


class TopBar(QFrame):
    """Names the tab and the record, and switches theme and persona.

    Signals:
        back_requested (): return from a record to its tab.
        rail_toggled (): show the rail wide or narrow.
        theme_toggled (): switch between light and dark.
        persona_chosen (str): look as the persona of that key.
        palette_wanted (): open the palette.
    """

    back_requested = Signal()
    rail_toggled = Signal()
    theme_toggled = Signal()
    persona_chosen = Signal(str)
    palette_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._personas: tuple[PersonaView, ...] = ()
        self._persona: PersonaView | None = None
        self._whole_title = ""
        self._persona_actions = QActionGroup(self)
        self.setObjectName("topBar")
        self.setFixedHeight(TOP_BAR_HEIGHT)
        self._menu_button = self._tool("railToggle", tr("Show or hide tab names"))
        self._menu_button.clicked.connect(self.rail_toggled)
        self._back = self._tool("back", tr("Back to the tab (Alt+Left)"))
        self._back.clicked.connect(self.back_requested)
        self._title = QLabel(self)
        self._title.setObjectName("pageTitle")
        self._title.setProperty("role", "section")
        self._subtitle = ElidedLabel(role="muted", parent=self)
        self._subtitle.setObjectName("pageSubtitle")
        self._palette_field = PaletteField(theme, self)
        self._palette_field.clicked.connect(self.palette_wanted)
        self._theme_button = self._tool("themeToggle", tr("Switch between light and dark"))
        self._theme_button.clicked.connect(self.theme_toggled)
        self._persona_button = QToolButton(self)
        self._persona_button.setObjectName("personaSwitch")
        self._persona_button.setAccessibleName(tr("Persona"))
        self._persona_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._persona_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._persona_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._persona_button.setIconSize(QSize(AVATAR + SPACE_8, AVATAR))
        self._persona_menu = QMenu(self)
        self._persona_menu.aboutToShow.connect(self._draw_avatars)
        self._persona_button.setMenu(self._persona_menu)
        self._persona_button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(SPACE_8, 0, SPACE_12, 0))
        row.setSpacing(SPACE_8)
        for widget in (self._menu_button, self._back, self._title):
            row.addWidget(widget)
        row.addWidget(self._subtitle, 1)
        row.addWidget(self._palette_field, 1)
        row.addWidget(self._theme_button)
        row.addSpacing(SPACE_4)
        row.addWidget(self._persona_button)
        self.show_place("", "")
        self._tint()
        theme.changed.connect(self._tint)

    @property
    def persona_menu(self) -> QMenu:
        """The menu that switches the persona."""
        return self._persona_menu

    def show_place(self, title: str, subtitle: str, *, record: bool = False) -> None:
        """Name the tab, or the record with a way back."""
        self._whole_title = title
        self._show_title()
        self._subtitle.set_full_text(subtitle)
        self._back.setVisible(record)

    def show_keys(self, *, palette: str, back: str) -> None:
        """Name the keys that do the same as the field and the way back."""
        self._palette_field.show_keys(palette)
        told = tr("Back to the tab")
        self._back.setToolTip(f"{told} ({back})" if back else told)
        self._back.setAccessibleName(self._back.toolTip())

    def show_personas(self, personas: tuple[PersonaView, ...], current: str) -> None:
        """Offer `personas`; the one of key `current` is marked and named on the button."""
        self._persona_menu.clear()
        for action in self._persona_actions.actions():
            self._persona_actions.removeAction(action)
            action.deleteLater()
        for persona in personas:
            named = f"{persona.name} ({persona.role})" if persona.role else persona.name
            shown = self._short(named, _WIDEST_ENTRY, self._persona_menu)
            action = QAction(shown.replace("&", "&&"), self)
            action.setToolTip(named)
            action.setCheckable(True)
            action.setChecked(persona.key == current)
            action.triggered.connect(partial(self.persona_chosen.emit, persona.key))
            self._persona_actions.addAction(action)
            self._persona_menu.addAction(action)
        self._personas = personas
        self._persona = next((p for p in personas if p.key == current), None)
        self._persona_button.setVisible(self._persona is not None)
        if self._persona is not None:
            self._show_persona(self._persona)
            self._persona_button.setToolTip(tr("Looking as {name}. Choose another persona.", name=self._persona.name))

    def _show_title(self) -> None:
        shown = self._short(self._whole_title, _WIDEST_TITLE, self._title)
        self._title.setText(shown)
        self._title.setAccessibleName(self._whole_title)
        self._title.setToolTip(self._whole_title if shown != self._whole_title else "")

    def _show_persona(self, persona: PersonaView) -> None:
        shown = self._short(persona.name, _WIDEST_NAME, self._persona_button)
        self._persona_button.setText(shown.replace("&", "&&"))
        self._persona_button.setIcon(self._avatar(persona, gap=SPACE_8))

    @staticmethod
    def _short(text: str, widest: int, widget: QWidget) -> str:
        line = " ".join(text.split())
        return widget.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, zoomed(widest))

    def _tool(self, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setIconSize(QSize(SPACE_16 + SPACE_4, SPACE_16 + SPACE_4))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _avatar(self, persona: PersonaView, *, gap: int = 0) -> QIcon:
        return avatar(persona, self._theme.tokens, self.devicePixelRatioF(), gap=gap)

    @Slot()
    def _draw_avatars(self) -> None:
        """The discs in the menu, in the look of now."""
        for action, persona in zip(self._persona_actions.actions(), self._personas, strict=True):
            action.setIcon(self._avatar(persona))

    @Slot()
    def _tint(self) -> None:
        muted = self._theme.tokens.muted
        self._palette_field.tint()
        self._menu_button.setIcon(icon("panel-left", muted, 20))
        self._back.setIcon(icon("arrow-left", muted, 20))
        self._theme_button.setIcon(icon("sun" if self._theme.dark else "moon", muted, 20))
        self._show_title()
        if self._persona is not None:
            self._show_persona(self._persona)
