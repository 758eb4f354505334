"""What the entities that tell of ended turns have in common."""

from abc import abstractmethod
from typing import override

from homeassistant.core import callback

from .ended_turn import EndedTurn
from .entity import HearkenEntity


class HearkenTurnEntity(HearkenEntity):
    """Tells of every turn that ended, which stays so when the server is away."""

    @property
    @override
    def available(self) -> bool:
        return True

    @override
    async def async_added_to_hass(self) -> None:
        await super().async_added_to_hass()
        self.async_on_remove(self.coordinator.async_on_turn(self._async_ended))

    @callback
    def _async_ended(self, turn: EndedTurn) -> None:
        self._async_take(turn)
        self.async_write_ha_state()

    @abstractmethod
    def _async_take(self, turn: EndedTurn) -> None:
        """Make the entity's state of the turn."""
