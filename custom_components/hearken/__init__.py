"""Hearken, a private voice assistant, as Home Assistant's conversation agent."""

from homeassistant.const import CONF_HOST, CONF_PORT, CONF_TOKEN, Platform
from homeassistant.core import HomeAssistant
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.aiohttp_client import async_get_clientsession
from homeassistant.helpers.typing import ConfigType

from .actions import async_setup_actions
from .assistant import async_remove_assistant, async_set_up_assistant
from .channel import SatelliteChannel, async_drop_timer_display
from .client import HearkenClient
from .const import DOMAIN
from .coordinator import HearkenConfigEntry, HearkenCoordinator
from .voice_services import async_keep_voice_services_fresh
from .watch import async_watch

PLATFORMS = [
    Platform.BINARY_SENSOR,
    Platform.CONVERSATION,
    Platform.EVENT,
    Platform.SENSOR,
]

CONFIG_SCHEMA = cv.config_entry_only_config_schema(DOMAIN)


async def async_setup(hass: HomeAssistant, config: ConfigType) -> bool:
    """Register the actions, which outlive every entry."""
    async_setup_actions(hass)
    return True


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
    await async_set_up_assistant(hass, entry)
    await async_watch(hass, entry)
    async_keep_voice_services_fresh(hass, entry)
    SatelliteChannel(hass, entry).async_start()
    return True


async def async_unload_entry(hass: HomeAssistant, entry: HearkenConfigEntry) -> bool:
    """Unload the agent."""
    return await hass.config_entries.async_unload_platforms(entry, PLATFORMS)


async def async_remove_entry(hass: HomeAssistant, entry: HearkenConfigEntry) -> None:
    """Take away the server's timers on satellites, and what set-up made."""
    async_drop_timer_display(hass, entry.entry_id)
    await async_remove_assistant(hass, entry)
