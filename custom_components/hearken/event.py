"""An event for every turn that ended, for automations."""

from typing import Any, Final, override

from homeassistant.components.event import EventEntity
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import CONF_CONTENT
from .coordinator import HearkenConfigEntry, HearkenCoordinator
from .ended_turn import EndedTurn
from .turn_entity import HearkenTurnEntity

PARALLEL_UPDATES = 0

_FINISHED: Final = "finished"
_FAILED: Final = "failed"


async def async_setup_entry(
    hass: HomeAssistant,
    entry: HearkenConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the turns' entity."""
    async_add_entities([HearkenTurnEvent(entry.runtime_data)])


class HearkenTurnEvent(HearkenTurnEntity, EventEntity):
    """Fires when a turn finished or failed; what was said is told on request only."""

    _attr_entity_registry_enabled_default = False

    def __init__(self, coordinator: HearkenCoordinator) -> None:
        """Begin without a turn."""
        super().__init__(coordinator, "turn")
        self._attr_event_types = [_FINISHED, _FAILED]

    @callback
    @override
    def _async_take(self, turn: EndedTurn) -> None:
        facts: dict[str, Any] = {"duration": round(turn.duration_seconds, 3)}
        if turn.failure:
            facts["reason"] = turn.failure.value
        if outcome := turn.outcome:
            facts |= {
                "path": outcome.path,
                "understood": outcome.understood,
                "language": outcome.language,
                "changes": [
                    {"entity_id": change.entity_id, "proof": change.proof.value}
                    for change in outcome.changes
                ],
            }
        if self.coordinator.config_entry.options.get(CONF_CONTENT):
            facts |= {"text": turn.text, "speech": turn.speech}
        self._trigger_event(_FINISHED if turn.outcome else _FAILED, facts)
