"""Watches whether the server answers, so that its entity says so in time."""

from collections.abc import Callable
from datetime import timedelta
import logging
from typing import Final, override

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers.update_coordinator import DataUpdateCoordinator, UpdateFailed

from .client import Failure, HearkenClient, HearkenError
from .const import DOMAIN
from .ended_turn import EndedTurn
from .messages import Server

_LOGGER = logging.getLogger(__name__)

_AWAY: Final = {
    Failure.CANNOT_CONNECT,
    Failure.INVALID_AUTH,
    Failure.HOST_REFUSED,
    Failure.INCOMPATIBLE,
}

type HearkenConfigEntry = ConfigEntry[HearkenCoordinator]


class HearkenCoordinator(DataUpdateCoordinator[Server | None]):
    """The state of one server; data is what it last said of itself."""

    config_entry: HearkenConfigEntry

    def __init__(
        self, hass: HomeAssistant, entry: HearkenConfigEntry, client: HearkenClient
    ) -> None:
        """Ask every 30 seconds, as often as core asks a Wyoming server."""
        super().__init__(
            hass,
            _LOGGER,
            config_entry=entry,
            name=entry.title,
            update_interval=timedelta(seconds=30),
            always_update=False,
        )
        self.client = client
        # Why the server is away, and what one that does not fit says it speaks.
        self.failure: Failure | None = None
        self.foreign_protocol: str | None = None
        self._turn_listeners: list[Callable[[EndedTurn], None]] = []

    @callback
    def async_on_turn(self, listener: Callable[[EndedTurn], None]) -> CALLBACK_TYPE:
        """Call the listener with every turn that ends; return what ends that."""
        self._turn_listeners.append(listener)

        @callback
        def remove() -> None:
            self._turn_listeners.remove(listener)

        return remove

    @callback
    def async_turn_ended(self, turn: EndedTurn) -> None:
        """Tell those who listen, and learn how the server stands."""
        if turn.failure:
            self.async_note_failure(turn.failure)
        else:
            self.async_note_answer()
        for listener in list(self._turn_listeners):
            listener(turn)

    @override
    async def _async_update_data(self) -> Server:
        try:
            return await self.client.server()
        except HearkenError as err:
            known = (self.failure, self.foreign_protocol)
            self.failure, self.foreign_protocol = err.failure, err.protocol
            self._async_reauthenticate(err.failure)
            # Core tells that it is away once, and not that the reason changed: a server
            # that is updated is first gone, then another one.
            if not self.last_update_success and known != (err.failure, err.protocol):
                self.async_update_listeners()
            raise _update_failed(err.failure) from err

    @callback
    def async_note_failure(self, failure: Failure) -> None:
        """Learn from a turn what the next question would have told."""
        self._async_reauthenticate(failure)
        # Once: each note puts the next question off.
        if failure not in _AWAY or not self.last_update_success:
            return
        if failure is Failure.INCOMPATIBLE:
            # Which of the two is too old is in the answer to a question.
            self._async_ask()
        else:
            self.failure = failure
            self.async_set_update_error(_update_failed(failure))

    @callback
    def async_note_answer(self) -> None:
        """Learn from a turn that the server is back."""
        if not self.last_update_success:
            self._async_ask()

    @callback
    def _async_ask(self) -> None:
        self.config_entry.async_create_task(
            self.hass, self.async_request_refresh(), eager_start=True
        )

    @callback
    def _async_reauthenticate(self, failure: Failure) -> None:
        if failure is Failure.INVALID_AUTH:
            self.config_entry.async_start_reauth(self.hass)


def _update_failed(failure: Failure) -> UpdateFailed:
    return UpdateFailed(translation_domain=DOMAIN, translation_key=failure)
