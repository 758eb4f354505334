"""The server's timers in Home Assistant's timer manager, which shows and rings them."""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
import time
from typing import Any, Final

from homeassistant.components.assist_satellite import DOMAIN as SATELLITE
from homeassistant.components.intent.const import TIMER_DATA
from homeassistant.components.intent.timers import TimerInfo, TimerManager
from homeassistant.const import STATE_UNAVAILABLE
from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.event import async_track_time_interval

from .commands import CommandError, Reason, ShowTimer

# The manager tells the device alone, so its timers are looked at.
_LOOK: Final = timedelta(seconds=1)
# What ended this long ago is of no interest to a server that comes back.
_KEEP_SECONDS: Final = 3600
_MAX_ENDED: Final = 1000
# A timer that is gone so near to its end has rung.
_TOLERANCE_SECONDS: Final = 0.5


@dataclass(slots=True)
class _Shown:
    """A timer of the server, and how the manager's was when it was looked at last."""

    device_id: str
    name: str | None
    total_seconds: int
    manager_id: str
    is_active: bool
    seconds: int
    updated_at: int


class TimerDisplay:
    """Outlives connections and reloads: what rings meanwhile is told later."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Begin with no timer."""
        self._hass = hass
        self._shown: dict[str, _Shown] = {}
        self._ended: deque[tuple[float, dict[str, Any]]] = deque(maxlen=_MAX_ENDED)
        self._listener: Callable[[Mapping[str, Any]], None] | None = None
        self._stop_looking: CALLBACK_TYPE | None = None

    @property
    def timer_ids(self) -> list[str]:
        """Return the timers that run in Home Assistant."""
        return list(self._shown)

    @property
    def ended(self) -> list[dict[str, Any]]:
        """Return how timers ended lately."""
        since = time.monotonic() - _KEEP_SECONDS
        return [event for ended_at, event in self._ended if ended_at > since]

    @callback
    def async_listen(self, listener: Callable[[Mapping[str, Any]], None]) -> None:
        """Tell a listener, the only one, what happens to timers from now on."""
        self._listener = listener

    @callback
    def async_start(self) -> None:
        """Look at the timers that run already."""
        if self._shown and self._stop_looking is None:
            self._stop_looking = async_track_time_interval(
                self._hass, self._async_look, _LOOK
            )

    @callback
    def async_stop(self) -> None:
        """Look no more; the timers go on."""
        self._listener = None
        if self._stop_looking:
            self._stop_looking()
            self._stop_looking = None

    @callback
    def async_show(self, wanted: ShowTimer) -> None:
        """Start the timer, or bring the running one to what is wanted.

        Raises CommandError when the device shows no timers.
        """
        manager = self._manager
        if not manager.is_timer_device(wanted.device_id):
            self.async_remove(wanted.timer_id)
            raise CommandError(Reason.UNSUPPORTED)
        shown = self._shown.get(wanted.timer_id)
        timer = manager.timers.get(shown.manager_id) if shown else None
        if shown is None or timer is None or not _is_same(shown, wanted):
            self.async_remove(wanted.timer_id)
            timer = self._async_begin(wanted)
        manager.add_time(timer.id, wanted.remaining_seconds - timer.seconds_left)
        if wanted.is_paused:
            manager.pause_timer(timer.id)
        else:
            manager.unpause_timer(timer.id)
        self._shown[wanted.timer_id] = _Shown(
            wanted.device_id,
            wanted.name,
            wanted.total_seconds,
            timer.id,
            timer.is_active,
            timer.seconds,
            timer.updated_at,
        )
        self.async_start()

    @callback
    def async_remove(self, timer_id: str) -> None:
        """Take the timer off; one that has just ended is told as that first."""
        self._async_look_at(timer_id)
        if shown := self._shown.pop(timer_id, None):
            self._manager.cancel_timer(shown.manager_id)

    @callback
    def async_remove_all(self) -> None:
        """Take every timer off: nobody keeps them any more."""
        self.async_stop()
        for timer_id in self.timer_ids:
            self.async_remove(timer_id)

    @property
    def _manager(self) -> TimerManager:
        manager: TimerManager = self._hass.data[TIMER_DATA]
        return manager

    @callback
    def _async_begin(self, wanted: ShowTimer) -> TimerInfo:
        manager = self._manager
        minutes, seconds = divmod(wanted.total_seconds, 60)
        hours, minutes = divmod(minutes, 60)
        # As it was said, so that "cancel the ten minute timer" finds it there, too.
        timer_id = manager.start_timer(
            wanted.device_id,
            hours or None,
            minutes or None,
            seconds or None,
            wanted.language,
            wanted.name,
        )
        return manager.timers[timer_id]

    @callback
    def _async_look(self, _now: datetime) -> None:
        for timer_id in self.timer_ids:
            self._async_look_at(timer_id)
        if not self._shown and self._stop_looking:
            self._stop_looking()
            self._stop_looking = None

    @callback
    def _async_look_at(self, timer_id: str) -> None:
        if (shown := self._shown.get(timer_id)) is None:
            return
        timer = self._manager.timers.get(shown.manager_id)
        if timer is None:
            del self._shown[timer_id]
            self._async_tell_end(timer_id, shown)
        elif timer.updated_at != shown.updated_at:
            shown.is_active = timer.is_active
            shown.seconds = timer.seconds
            shown.updated_at = timer.updated_at
            self._async_tell(
                {
                    "timer_id": timer_id,
                    "event": "changed",
                    "remaining_ms": max(0, round(_seconds_left(shown) * 1000)),
                    "is_paused": not timer.is_active,
                }
            )

    @callback
    def _async_tell_end(self, timer_id: str, shown: _Shown) -> None:
        event: dict[str, Any] = {"timer_id": timer_id, "event": "cancelled"}
        if shown.is_active and _seconds_left(shown) < _TOLERANCE_SECONDS:
            event["event"] = "finished"
            event["has_rung"] = self._async_can_ring(shown.device_id)
        self._ended.append((time.monotonic(), event))
        self._async_tell(event)

    @callback
    def _async_tell(self, event: Mapping[str, Any]) -> None:
        if self._listener:
            self._listener(event)

    @callback
    def _async_can_ring(self, device_id: str) -> bool:
        """Whether the device listened when its timer ended."""
        if not self._manager.is_timer_device(device_id):
            return False
        entities = er.async_entries_for_device(er.async_get(self._hass), device_id)
        states = [
            self._hass.states.get(entity.entity_id)
            for entity in entities
            if entity.domain == SATELLITE
        ]
        return all(state and state.state != STATE_UNAVAILABLE for state in states)


def _is_same(shown: _Shown, wanted: ShowTimer) -> bool:
    return (shown.device_id, shown.name, shown.total_seconds) == (
        wanted.device_id,
        wanted.name,
        wanted.total_seconds,
    )


def _seconds_left(shown: _Shown) -> float:
    if not shown.is_active:
        return shown.seconds
    return shown.seconds - (time.monotonic_ns() - shown.updated_at) / 1e9
