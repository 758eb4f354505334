"""How the last turn went, and which models serve."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, override

from homeassistant.components.sensor import (
    SensorDeviceClass,
    SensorEntity,
    SensorEntityDescription,
)
from homeassistant.const import EntityCategory, UnitOfTime
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.helpers.typing import StateType

from .coordinator import HearkenConfigEntry, HearkenCoordinator
from .ended_turn import EndedTurn
from .entity import HearkenEntity
from .messages import PATHS, Server
from .turn_entity import HearkenTurnEntity

PARALLEL_UPDATES = 0


@dataclass(frozen=True, kw_only=True)
class TurnDescription(SensorEntityDescription):
    """A figure of the last turn."""

    read: Callable[[EndedTurn], StateType]


def _path(turn: EndedTurn) -> str | None:
    path = turn.outcome.path if turn.outcome else None
    return path if path in PATHS else None


_TURN: Final = (
    TurnDescription(
        key="last_turn_duration",
        device_class=SensorDeviceClass.DURATION,
        native_unit_of_measurement=UnitOfTime.SECONDS,
        suggested_display_precision=2,
        entity_registry_enabled_default=False,
        read=lambda turn: turn.duration_seconds,
    ),
    TurnDescription(
        key="last_turn_path",
        device_class=SensorDeviceClass.ENUM,
        options=list(PATHS),
        entity_registry_enabled_default=False,
        read=_path,
    ),
)


@dataclass(frozen=True, kw_only=True)
class ModelDescription(SensorEntityDescription):
    """The models of one service."""

    read: Callable[[Server], tuple[str, ...]]


_MODELS: Final = (
    ModelDescription(
        key="stt_models",
        entity_category=EntityCategory.DIAGNOSTIC,
        read=lambda server: server.models.stt,
    ),
    ModelDescription(
        key="tts_models",
        entity_category=EntityCategory.DIAGNOSTIC,
        read=lambda server: server.models.tts,
    ),
    ModelDescription(
        key="wake_models",
        entity_category=EntityCategory.DIAGNOSTIC,
        entity_registry_enabled_default=False,
        read=lambda server: server.models.wake,
    ),
)

# What Home Assistant keeps of a state.
_MAX_STATE: Final = 255


async def async_setup_entry(
    hass: HomeAssistant,
    entry: HearkenConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the sensors."""
    coordinator = entry.runtime_data
    async_add_entities(HearkenTurnSensor(coordinator, item) for item in _TURN)
    async_add_entities(HearkenModelSensor(coordinator, item) for item in _MODELS)


class HearkenTurnSensor(HearkenTurnEntity, SensorEntity):
    """A figure of the last turn, kept until the next one."""

    entity_description: TurnDescription

    def __init__(
        self, coordinator: HearkenCoordinator, description: TurnDescription
    ) -> None:
        """Begin without a turn."""
        super().__init__(coordinator, description.key)
        self.entity_description = description

    @callback
    @override
    def _async_take(self, turn: EndedTurn) -> None:
        self._attr_native_value = self.entity_description.read(turn)


class HearkenModelSensor(HearkenEntity, SensorEntity):
    """Names of the models that a service uses now, the default one first."""

    entity_description: ModelDescription

    def __init__(
        self, coordinator: HearkenCoordinator, description: ModelDescription
    ) -> None:
        """Be known by the description."""
        super().__init__(coordinator, description.key)
        self.entity_description = description

    @property
    @override
    def native_value(self) -> str | None:
        server = self.coordinator.data
        names = self.entity_description.read(server) if server else ()
        return ", ".join(names)[:_MAX_STATE] or None
