"""What the system page says."""

from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    get_system_health_info,
)
from support.hearken_server import HearkenServer

from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component


async def test_the_system_page_says_how_the_server_stands(
    hass: HomeAssistant, server: HearkenServer, entry: MockConfigEntry, agent: str
) -> None:
    """Without an address or a name."""
    assert await async_setup_component(hass, "system_health", {})
    await hass.async_block_till_done()
    assert await get_system_health_info(hass, "hearken") == {
        "servers": 1,
        "can_reach_server": "ok",
        "server_version": "0.1.0",
        "home_connected": True,
        "exposed_entities": 12,
    }
    await server.stop()
    await entry.runtime_data.async_refresh()
    info = await get_system_health_info(hass, "hearken")
    assert info["can_reach_server"] == {"type": "failed", "error": "unreachable"}


async def test_the_system_page_says_when_no_server_is_loaded(
    hass: HomeAssistant, entry: MockConfigEntry, agent: str
) -> None:
    """Then there is nothing more to tell."""
    assert await async_setup_component(hass, "system_health", {})
    assert await hass.config_entries.async_unload(entry.entry_id)
    await hass.async_block_till_done()
    assert await get_system_health_info(hass, "hearken") == {"servers": 0}
