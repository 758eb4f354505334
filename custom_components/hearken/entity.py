"""What every entity of a server has in common."""

from homeassistant.helpers.device_registry import DeviceEntryType, DeviceInfo
from homeassistant.helpers.update_coordinator import CoordinatorEntity

from .const import DOMAIN
from .coordinator import HearkenCoordinator


class HearkenEntity(CoordinatorEntity[HearkenCoordinator]):
    """Belongs to the server, not to the address it has today."""

    _attr_has_entity_name = True

    def __init__(self, coordinator: HearkenCoordinator, key: str) -> None:
        """Be known by the key."""
        super().__init__(coordinator)
        entry = coordinator.config_entry
        self._attr_translation_key = key
        self._attr_unique_id = f"{entry.unique_id}-{key}"
        self._attr_device_info = DeviceInfo(
            identifiers={(DOMAIN, str(entry.unique_id))},
            entry_type=DeviceEntryType.SERVICE,
            manufacturer="Hearken",
            name=entry.title,
            sw_version=coordinator.data.version if coordinator.data else None,
        )
