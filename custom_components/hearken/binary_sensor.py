"""Whether the server answers."""

from typing import override

from homeassistant.components.binary_sensor import (
    BinarySensorDeviceClass,
    BinarySensorEntity,
)
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .coordinator import HearkenConfigEntry, HearkenCoordinator
from .entity import HearkenEntity

PARALLEL_UPDATES = 0


async def async_setup_entry(
    hass: HomeAssistant,
    entry: HearkenConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the connection's sensor."""
    async_add_entities([HearkenConnectivity(entry.runtime_data)])


class HearkenConnectivity(HearkenEntity, BinarySensorEntity):
    """On while the server answers with our token."""

    _attr_device_class = BinarySensorDeviceClass.CONNECTIVITY
    _attr_entity_category = EntityCategory.DIAGNOSTIC

    def __init__(self, coordinator: HearkenCoordinator) -> None:
        """Be there also while the server is away: that is what it tells."""
        super().__init__(coordinator, "connectivity")

    @property
    @override
    def available(self) -> bool:
        return True

    @property
    @override
    def is_on(self) -> bool:
        return self.coordinator.last_update_success
