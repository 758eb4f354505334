"""What a bug report holds, and what it does not."""

import json

from pytest_homeassistant_custom_component.common import MockConfigEntry
from support.hearken_server import INSTANCE_ID, TOKEN, HearkenServer

from custom_components.hearken.diagnostics import async_get_config_entry_diagnostics
from homeassistant.core import HomeAssistant


async def test_a_report_says_how_the_server_stands_without_secrets(
    hass: HomeAssistant, server: HearkenServer, agent: str, entry: MockConfigEntry
) -> None:
    """No token, no address, no id, no name of a room."""
    server.home["stt"] = {"languages": ["en"], "requires_external_vad": True}
    server.home["slow_satellites"] = [{"name": "The Den"}]
    await entry.runtime_data.async_refresh()
    report = await async_get_config_entry_diagnostics(hass, entry)
    assert report["is_reachable"] is True
    assert report["last_failure"] is None
    assert report["server"]["version"] == "0.1.0"
    assert report["server"]["wyoming_port"] == 10600
    text = json.dumps(report)
    assert (report["running_timers"], report["ended_timers"]) == (0, 0)
    for secret in (TOKEN, INSTANCE_ID, "127.0.0.1", "The Den"):
        assert secret not in text


async def test_a_report_of_a_server_that_is_away_says_why(
    hass: HomeAssistant, server: HearkenServer, entry: MockConfigEntry
) -> None:
    """By the same key as everywhere."""
    await server.stop()
    assert await hass.config_entries.async_setup(entry.entry_id)
    report = await async_get_config_entry_diagnostics(hass, entry)
    assert report["is_reachable"] is False
    assert report["last_failure"] == "cannot_connect"
    assert report["server"] is None
