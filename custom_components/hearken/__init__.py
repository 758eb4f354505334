"""Hearken, a private voice assistant, as Home Assistant's conversation agent."""

from homeassistant.const import CONF_HOST, CONF_PORT, CONF_TOKEN, Platform
from homeassistant.core import HomeAssistant
from homeassistant.helpers.aiohttp_client import async_get_clientsession

from .channel import SatelliteChannel, async_drop_timer_display
from .client import HearkenClient
from .coordinator import HearkenConfigEntry, HearkenCoordinator
from .pipeline import async_watch_pipelines
from .voice_services import async_keep_voice_services_fresh

PLATFORMS = [Platform.CONVERSATION]


async def async_setup_entry(hass: HomeAssistant, entry: HearkenConfigEntry) -> bool:
    """Set up the agent, also while its server is away.

    A pipeline without its agent fails without a word; this one says what is wrong, or
    lets Home Assistant answer, and works again with the first turn the server takes.
    """
    coordinator = HearkenCoordinator(
        hass,
        entry,
        HearkenClient(
            async_get_clientsession(hass),
            entry.data[CONF_HOST],
            entry.data[CONF_PORT],
            entry.data[CONF_TOKEN],
        ),
    )
    await coordinator.async_refresh()
    entry.runtime_data = coordinator
    await hass.config_entries.async_forward_entry_setups(entry, PLATFORMS)
    await async_watch_pipelines(hass, entry)
    async_keep_voice_services_fresh(hass, entry)
    SatelliteChannel(hass, entry).async_start()
    return True


async def async_unload_entry(hass: HomeAssistant, entry: HearkenConfigEntry) -> bool:
    """Unload the agent."""
    return await hass.config_entries.async_unload_platforms(entry, PLATFORMS)


async def async_remove_entry(hass: HomeAssistant, entry: HearkenConfigEntry) -> None:
    """Take the server's timers off the satellites."""
    async_drop_timer_display(hass, entry.entry_id)
