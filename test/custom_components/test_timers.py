"""The server's timers in Home Assistant's timer manager."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    async_fire_time_changed,
)
from support.hearken_server import Channel, HearkenServer

from homeassistant.components.intent import (
    TimerEventType,
    TimerInfo,
    async_register_timer_handler,
)
from homeassistant.components.intent.const import TIMER_DATA
from homeassistant.components.intent.timers import TimerManager
from homeassistant.core import HomeAssistant
from homeassistant.helpers import device_registry as dr, entity_registry as er
from homeassistant.util import dt as dt_util

PASTA: dict[str, Any] = {
    "timer_id": "pasta",
    "name": "Pasta",
    "language": "en",
    "total_ms": 600_000,
    "remaining_ms": 600_000,
    "is_paused": False,
}


class Device:
    """A satellite's device that shows timers."""

    def __init__(self, hass: HomeAssistant) -> None:
        maker = MockConfigEntry(domain="speaker")
        maker.add_to_hass(hass)
        self.id = (
            dr.async_get(hass)
            .async_get_or_create(
                config_entry_id=maker.entry_id, identifiers={("speaker", "1")}
            )
            .id
        )
        entity = er.async_get(hass).async_get_or_create(
            "assist_satellite", "speaker", "1", device_id=self.id
        )
        self.entity_id = entity.entity_id
        hass.states.async_set(self.entity_id, "idle")
        self.seen: list[tuple[str, int]] = []
        self.unregister = async_register_timer_handler(hass, self.id, self._show)

    def _show(self, event: TimerEventType, timer: TimerInfo) -> None:
        self.seen.append((event.value, timer.seconds_left))


@pytest.fixture
def device(hass: HomeAssistant) -> Device:
    """Add a device that shows timers."""
    return Device(hass)


@pytest.fixture
async def channel(server: HearkenServer, agent: str) -> Channel:
    """Set up the entry; return its connection after the first message."""
    opened = await server.channel()
    await opened.next()
    return opened


def manager(hass: HomeAssistant) -> TimerManager:
    """Return core's own timers."""
    found: TimerManager = hass.data[TIMER_DATA]
    return found


async def look(hass: HomeAssistant) -> None:
    """Let the next second pass."""
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=2))
    await hass.async_block_till_done()


async def show(channel: Channel, device: Device, **changed: Any) -> dict[str, Any]:
    """Have a timer shown."""
    return await channel.ask(
        "show_timer", **{**PASTA, "device_id": device.id, **changed}
    )


async def test_a_timer_runs_on_the_device(
    hass: HomeAssistant, device: Device, channel: Channel
) -> None:
    """With its name and as it was said."""
    assert await show(channel, device) == {"type": "done"}
    [timer] = manager(hass).timers.values()
    assert (timer.name, timer.start_minutes, timer.seconds) == ("Pasta", 10, 600)
    assert device.seen == [("started", 600)]


async def test_a_timer_comes_with_what_is_left_of_it(
    hass: HomeAssistant, device: Device, channel: Channel
) -> None:
    """Of ten minutes two, and it is paused."""
    await show(channel, device, remaining_ms=120_000, is_paused=True)
    [timer] = manager(hass).timers.values()
    assert (timer.seconds_left, timer.is_active) == (120, False)
    assert timer.created_seconds == 600
    assert device.seen == [("started", 600), ("updated", 120), ("updated", 120)]


async def test_a_shown_timer_is_changed_not_made_again(
    hass: HomeAssistant, device: Device, channel: Channel
) -> None:
    """Paused, continued, told twice."""
    await show(channel, device)
    await show(channel, device, remaining_ms=300_000, is_paused=True)
    await show(channel, device, remaining_ms=300_000)
    await show(channel, device, remaining_ms=300_000)
    [timer] = manager(hass).timers.values()
    assert (timer.seconds_left, timer.is_active) == (300, True)
    assert [event for event, _ in device.seen].count("started") == 1


async def test_a_renamed_timer_is_another_one_for_the_device(
    hass: HomeAssistant, device: Device, channel: Channel
) -> None:
    """The old one goes without a word to the server."""
    await show(channel, device)
    await show(channel, device, name="Rice")
    [timer] = manager(hass).timers.values()
    assert timer.name == "Rice"
    assert [event for event, _ in device.seen] == ["started", "cancelled", "started"]


async def test_a_device_without_timers_is_refused(
    hass: HomeAssistant, device: Device, channel: Channel
) -> None:
    """The server announces the end itself."""
    device.unregister()
    assert await show(channel, device) == {"type": "failed", "reason": "unsupported"}
    assert manager(hass).timers == {}


async def test_a_removed_timer_is_cancelled_without_an_event(
    hass: HomeAssistant, device: Device, channel: Channel
) -> None:
    """The server knows."""
    await show(channel, device)
    answer = await channel.ask("remove_timer", timer_id="pasta")
    assert answer == {"type": "done"}
    assert manager(hass).timers == {}
    assert await channel.ask("remove_timer", timer_id="pasta") == {"type": "done"}
    await look(hass)
    assert await channel.ask("remove_timer", timer_id="other") == {"type": "done"}


async def test_a_timer_that_rang_is_told(
    hass: HomeAssistant, device: Device, channel: Channel
) -> None:
    """The device rang, once."""
    await show(channel, device, remaining_ms=1000)
    await asyncio.sleep(1.05)
    await look(hass)
    assert await channel.next() == {
        "type": "timer",
        "timer_id": "pasta",
        "event": "finished",
        "has_rung": True,
    }
    assert [event for event, _ in device.seen][-1] == "finished"


async def test_an_end_nobody_looked_at_yet_is_told_before_it_is_removed(
    device: Device, channel: Channel
) -> None:
    """The server would ring a second time."""
    await show(channel, device, remaining_ms=1000)
    await asyncio.sleep(1.01)
    await channel.send("remove_timer", timer_id="pasta")
    assert (await channel.next())["event"] == "finished"
    assert (await channel.next())["type"] == "done"


@pytest.mark.parametrize("is_registered", [True, False])
async def test_a_timer_of_a_device_that_is_away_did_not_ring(
    hass: HomeAssistant, device: Device, channel: Channel, *, is_registered: bool
) -> None:
    """Somebody else has to say it."""
    await show(channel, device, remaining_ms=1000)
    if is_registered:
        hass.states.async_set(device.entity_id, "unavailable")
    else:
        device.unregister()
    await asyncio.sleep(1.05)
    await look(hass)
    event = await channel.next()
    assert (event["event"], event["has_rung"]) == ("finished", False)


async def test_what_is_done_at_the_device_is_told(
    hass: HomeAssistant, device: Device, channel: Channel
) -> None:
    """Through Home Assistant's own agent, for instance."""
    await show(channel, device)
    [timer] = manager(hass).timers.values()
    manager(hass).add_time(timer.id, 300)
    manager(hass).pause_timer(timer.id)
    await look(hass)
    assert await channel.next() == {
        "type": "timer",
        "timer_id": "pasta",
        "event": "changed",
        "remaining_ms": 900_000,
        "is_paused": True,
    }
    manager(hass).cancel_timer(timer.id)
    await look(hass)
    assert await channel.next() == {
        "type": "timer",
        "timer_id": "pasta",
        "event": "cancelled",
    }


async def test_what_happens_while_nobody_listens_is_told_later(
    hass: HomeAssistant,
    server: HearkenServer,
    device: Device,
    entry: MockConfigEntry,
    channel: Channel,
) -> None:
    """Also over a reload."""
    await show(channel, device, remaining_ms=2000)
    await show(channel, device, timer_id="rice")
    assert await hass.config_entries.async_unload(entry.entry_id)
    await asyncio.sleep(2.05)
    assert await hass.config_entries.async_setup(entry.entry_id)
    again = await server.channel()
    hello = await again.next()
    assert hello["timers"] == ["pasta", "rice"]
    await look(hass)
    assert (await again.next())["event"] == "finished"
    await again.close()
    hello = await (await server.channel()).next()
    assert hello["timers"] == ["rice"]
    assert [event["timer_id"] for event in hello["ended"]] == ["pasta"]


async def test_removing_the_entry_takes_its_timers_off(
    hass: HomeAssistant, device: Device, entry: MockConfigEntry, channel: Channel
) -> None:
    """Nobody keeps them any more."""
    await show(channel, device)
    await hass.config_entries.async_remove(entry.entry_id)
    assert manager(hass).timers == {}
