"""The app in the person's own language, theme and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import work
from textual.reactive import var

from studyapp.library.own import write_own
from studyapp.library.settings import RIGHTS, Settings, line_in, read_own
from studyapp.notes import Problem
from studyapp.tui.bound import BoundApp, usual_keys
from studyapp.tui.contrast import legible
from studyapp.tui.keymap import keymap
from studyapp.tui.presets import PRESETS
from studyapp.tui.widgets.toast import keep_whole
from studyapp.tui.words import Words, language_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.tui.keymap import Keymap
    from studyapp.tui.services import Services

THEME = "textual-dark"
"""The theme of who has chosen none."""

TOAST = 60
"""Cells of a notice at most, as Textual has it, and half the screen."""


class PersonalApp(BoundApp):
    """Holds the person's own settings, and follows them as they change."""

    CSS = """
    Toast { width: auto; max-width: 100%; }
    .-behind Toast { display: none; }
    ModalScreen KeyLine { padding: 0; }
    """
    """A notice is as wide as what is told, for `notify` folds it, and stands in front alone, where
    Textual shows it on each screen; a dialog's own edge is enough."""
    SUSPENDED_SCREEN_CLASS = "-behind"

    own: var[Settings] = var(Settings)
    """The person's own settings, as they are in force."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        keep_whole()
        self.services = services
        self.set_reactive(PersonalApp.own, services.settings)
        self._unusable = list(services.problems)
        self._unbound: list[Problem] = []
        self._keyed = False
        self._spoken = "en"
        self.speak(())

    @property
    def faults(self) -> list[Problem]:
        """What can't be used of the person's own settings."""
        return [*self._unusable, *self._unbound]

    def get_css_variables(self) -> dict[str, str]:
        """The theme's, with colours of text that can be read."""
        self.theme_variables = legible(super().get_css_variables())
        return self.theme_variables

    def wear(self) -> None:
        """Take the person's theme; without one, the usual."""
        known = self.own.theme in self.available_themes
        self.theme = self.own.theme if known else THEME

    def speak(self, titles: Iterable[str] | None = None) -> None:
        """Take the person's language, else that of most `titles`, and name the keys as bound."""
        if titles is not None:
            self._spoken = language_of("", titles, self.services.locale)
        self.say = Words(self.own.language or self._spoken, self.caps)

    def try_on(self, theme: str) -> None:
        """Show a theme without keeping it."""
        self.theme = theme or THEME

    def wished(self, own: Settings) -> tuple[Keymap, Keymap] | None:
        """The keys that the person wants and the usual ones; None where they are the same.

        Reads every screen, so not for the screen's thread. What can't be had becomes a fault.
        """
        if not (own.keys or own.keys_preset or self._keyed):
            return None
        self._keyed = True
        usual = usual_keys()
        keys, faults = keymap(own.keys, PRESETS[own.keys_preset], usual)
        path = self.services.own
        self._unbound = [
            Problem(str(path), line_in(path, one.action), one.message, one.hint) for one in faults
        ]
        return keys, usual

    @work(thread=True, group="act")
    def choose_own(self, key: str, value: object) -> None:
        """Set one of the person's own settings, and follow it; None takes it out."""
        if self.shut(key):
            self.call_from_thread(self.warn, "served_setting")
            return
        path = self.services.own
        try:
            write_own(path, key, value)
        except OSError as error:
            self.call_from_thread(self.warn, "not_saved", reason=error.strerror or str(error))
            return
        self._reread_own()

    @work(thread=True, group="act")
    def reread_own(self) -> None:
        """Follow what was written into the person's own settings by other means."""
        self._reread_own()

    def _reread_own(self) -> None:
        own, self._unusable = read_own(self.services.own)
        self.call_from_thread(self.follow, own, self.wished(own))

    def shut(self, key: str) -> bool:
        """Whether a setting would widen the rights of who sits before a browser."""
        return self.services.served and key in RIGHTS

    def follow(self, own: Settings, keys: tuple[Keymap, Keymap] | None) -> None:
        """Take theme, language and keys from what is set now."""
        if keys:
            self.bind_keys(*keys)
        self.set_reactive(PersonalApp.own, own)
        self.wear()
        self.speak()
        self.mutate_reactive(PersonalApp.own)

    def notify(self, message: str, **how: Any) -> None:
        """Tell something that goes away by itself, folded as its language is, once at a time."""
        from studyapp.tui.widgets.wrap import fold  # noqa: PLC0415  nothing is told so early

        width = min(TOAST, self.size.width // 2)
        text = "\n".join(message[start:end] for start, end in fold(message, width))
        for told in [one for one in self._notifications if one.message == text]:
            self._unnotify(told, refresh=False)
        super().notify(text, **how)

    def warn(self, key: str, **facts: object) -> None:
        """Tell something in a few words that goes away by itself."""
        self.notify(self.say(key, **facts), severity="warning", markup=False)
