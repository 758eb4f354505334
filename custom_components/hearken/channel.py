"""The connection over which the server speaks to this home's satellites."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
import logging
import time
from typing import Any, Final

from aiohttp import ClientError, ClientWebSocketResponse, WSMsgType

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import instance_id
from homeassistant.helpers.start import async_at_started
from homeassistant.util.hass_dict import HassKey
from homeassistant.util.ulid import ulid_now

from .client import Failure, HearkenError
from .commands import (
    Command,
    CommandError,
    Reason,
    RemoveTimer,
    Say,
    ShowTimer,
    parse_command,
)
from .const import DOMAIN
from .coordinator import HearkenConfigEntry
from .satellites import async_say
from .timers import TimerDisplay

_LOGGER = logging.getLogger(__name__)

# The first wait is short: most often the server was only restarted.
_FIRST_WAIT_SECONDS: Final = 1.0
_LONGEST_WAIT_SECONDS: Final = 15.0
# Answers kept for a server that asks again after a broken connection.
_MAX_ANSWERS: Final = 100

_DISPLAYS: HassKey[dict[str, TimerDisplay]] = HassKey(f"{DOMAIN}_timer_displays")


@callback
def async_timer_display(hass: HomeAssistant, entry_id: str) -> TimerDisplay:
    """Return the one display of an entry; it lives as long as Home Assistant runs."""
    displays = hass.data.setdefault(_DISPLAYS, {})
    return displays.setdefault(entry_id, TimerDisplay(hass))


@callback
def async_drop_timer_display(hass: HomeAssistant, entry_id: str) -> None:
    """Take the timers of a removed entry off."""
    if display := hass.data.get(_DISPLAYS, {}).pop(entry_id, None):
        display.async_remove_all()


class SatelliteChannel:
    """Keeps the connection open and carries out what comes over it."""

    def __init__(self, hass: HomeAssistant, entry: HearkenConfigEntry) -> None:
        """Be one session: what another one did is not known to this."""
        self._hass = hass
        self._entry = entry
        self._coordinator = entry.runtime_data
        self._display = async_timer_display(hass, entry.entry_id)
        self._session_id = ulid_now()
        self._answers: dict[str, asyncio.Task[dict[str, Any]]] = {}
        self._socket: ClientWebSocketResponse | None = None

    @callback
    def async_start(self) -> None:
        """Connect, and connect again, until the entry is unloaded.

        Not before Home Assistant has started: what it is to show on a satellite that it
        has not reached yet it drops without a word.
        """
        self._entry.async_on_unload(async_at_started(self._hass, self._async_begin))

    @callback
    def _async_begin(self, _hass: HomeAssistant) -> None:
        self._display.async_listen(self._async_tell)
        self._display.async_start()
        self._entry.async_on_unload(self._display.async_stop)
        self._entry.async_create_background_task(
            self._hass, self._async_run(), f"{DOMAIN} satellites"
        )

    async def _async_run(self) -> None:
        wait = _FIRST_WAIT_SECONDS
        while True:
            began_at = time.monotonic()
            try:
                async with self._coordinator.client.satellites() as socket:
                    self._coordinator.async_note_answer()
                    await self._async_serve(socket)
            except HearkenError as err:
                # An older server has an agent and no such channel.
                if err.failure is not Failure.INCOMPATIBLE:
                    self._coordinator.async_note_failure(err.failure)
            # One that is closed at once is not opened again at once.
            if time.monotonic() - began_at > _LONGEST_WAIT_SECONDS:
                wait = _FIRST_WAIT_SECONDS
            await asyncio.sleep(wait)
            wait = min(2 * wait, _LONGEST_WAIT_SECONDS)

    async def _async_serve(self, socket: ClientWebSocketResponse) -> None:
        """Read commands until the connection ends."""
        home = await instance_id.async_get(self._hass)
        self._socket = socket
        try:
            await socket.send_json(
                {
                    "type": "hello",
                    "instance_id": home,
                    "session_id": self._session_id,
                    "timers": self._display.timer_ids,
                    "ended": self._display.ended,
                }
            )
            async for message in socket:
                if message.type is not WSMsgType.TEXT:
                    continue
                try:
                    command = parse_command(message.data)
                except ValueError:
                    _LOGGER.warning("The server breaks the protocol of its satellites")
                    return
                self._async_background(self._async_answer(socket, command))
        finally:
            self._socket = None

    async def _async_answer(
        self, socket: ClientWebSocketResponse, command: Command
    ) -> None:
        """Carry out a command once, however often it comes, and say how it went."""
        task = self._answers.get(command.id)
        if task is None:
            task = self._answers[command.id] = self._entry.async_create_background_task(
                self._hass, self._async_carry_out(command), f"{DOMAIN} command"
            )
            while len(self._answers) > _MAX_ANSWERS:
                del self._answers[next(iter(self._answers))]
        answer = await asyncio.shield(task)
        with suppress(ClientError, ConnectionError):
            await socket.send_json(answer)

    async def _async_carry_out(self, command: Command) -> dict[str, Any]:
        try:
            heard = await self._async_do(command)
        except CommandError as err:
            reason = err.reason
        except Exception:
            # The server waits for an answer to each of its commands.
            _LOGGER.exception("A command of the server failed")
            reason = Reason.FAILED
        else:
            done = {"type": "done", "id": command.id}
            return done | {"answer": heard} if heard else done
        return {"type": "failed", "id": command.id, "reason": reason}

    async def _async_do(self, command: Command) -> str | None:
        """Return what was heard, if anything; raise CommandError."""
        match command:
            case Say():
                return await async_say(self._hass, command)
            case ShowTimer():
                self._display.async_show(command)
            case RemoveTimer():
                self._display.async_remove(command.timer_id)
            case _:
                raise CommandError(Reason.UNSUPPORTED)
        return None

    @callback
    def _async_tell(self, event: Mapping[str, Any]) -> None:
        """Tell of a timer; what is not heard now is in the next hello."""
        if socket := self._socket:
            self._async_background(self._async_send(socket, {"type": "timer", **event}))

    async def _async_send(
        self, socket: ClientWebSocketResponse, message: dict[str, Any]
    ) -> None:
        with suppress(ClientError, ConnectionError):
            await socket.send_json(message)

    @callback
    def _async_background(self, work: Any) -> None:
        self._entry.async_create_background_task(
            self._hass, work, f"{DOMAIN} satellites", eager_start=True
        )
