"""What Home Assistant's system page says of the servers."""

from typing import Any

from homeassistant.components import system_health
from homeassistant.core import HomeAssistant, callback

from .const import DOMAIN
from .coordinator import HearkenConfigEntry


@callback
def async_register(
    hass: HomeAssistant, register: system_health.SystemHealthRegistration
) -> None:
    """Register what is told."""
    register.async_register_info(async_system_health_info)


async def async_system_health_info(hass: HomeAssistant) -> dict[str, Any]:
    """Return how the first loaded server stands."""
    entries: list[HearkenConfigEntry] = hass.config_entries.async_loaded_entries(DOMAIN)
    if not entries:
        return {"servers": 0}
    coordinator = entries[0].runtime_data
    server = coordinator.data
    return {
        "servers": len(entries),
        "can_reach_server": "ok"
        if coordinator.last_update_success
        else {"type": "failed", "error": "unreachable"},
        "server_version": server.version if server else None,
        "home_connected": server.is_home_connected if server else None,
        "exposed_entities": server.exposed_count if server else None,
    }
