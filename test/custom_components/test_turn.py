"""What the server is told about who spoke and where."""

from typing import Any

import pytest
from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    MockUser,
)
from support.hearken_server import HearkenServer, lines, outcome

from homeassistant.components import conversation
from homeassistant.components.intent import async_register_timer_handler
from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers import (
    area_registry as ar,
    device_registry as dr,
    entity_registry as er,
    floor_registry as fr,
)

AGENT = "conversation.hearken"


@pytest.fixture
def places(hass: HomeAssistant) -> dict[str, str]:
    """Make a satellite in the hall on a device in the kitchen."""
    floor = fr.async_get(hass).async_create("Ground floor")
    kitchen = ar.async_get(hass).async_create("Kitchen", floor_id=floor.floor_id)
    hall = ar.async_get(hass).async_create("Hall")
    owner = MockConfigEntry(domain="satellites")
    owner.add_to_hass(hass)
    devices = dr.async_get(hass)
    device = devices.async_get_or_create(
        config_entry_id=owner.entry_id, identifiers={("satellites", "one")}
    )
    devices.async_update_device(device.id, area_id=kitchen.id)
    homeless = devices.async_get_or_create(
        config_entry_id=owner.entry_id, identifiers={("satellites", "two")}
    )
    satellite = er.async_get(hass).async_get_or_create(
        "assist_satellite",
        "satellites",
        "one",
        device_id=device.id,
        original_name="Satellite",
    )
    return {
        "floor": floor.floor_id,
        "kitchen": kitchen.id,
        "hall": hall.id,
        "device": device.id,
        "homeless": homeless.id,
        "satellite": satellite.entity_id,
    }


async def told(
    hass: HomeAssistant, server: HearkenServer, **fields: Any
) -> dict[str, Any]:
    """Return the request of one turn."""
    server.script(lines(outcome("Yes.")))
    await conversation.async_converse(
        hass, "hello", None, fields.pop("context", Context()), "en", AGENT, **fields
    )
    return server.turns[-1]


async def test_the_area_is_the_satellites_own(
    hass: HomeAssistant, server: HearkenServer, agent: str, places: dict[str, str]
) -> None:
    """Before its device's."""
    er.async_get(hass).async_update_entity(places["satellite"], area_id=places["hall"])
    turn = await told(hass, server, satellite_id=places["satellite"])
    assert turn["satellite_id"] == places["satellite"]
    assert turn["area_id"] == places["hall"]
    assert "floor_id" not in turn
    assert "user" not in turn


async def test_the_area_is_that_of_the_satellites_device(
    hass: HomeAssistant, server: HearkenServer, agent: str, places: dict[str, str]
) -> None:
    """Not that of another device that is named beside it."""
    turn = await told(
        hass, server, satellite_id=places["satellite"], device_id=places["homeless"]
    )
    assert turn["area_id"] == places["kitchen"]
    assert turn["floor_id"] == places["floor"]
    assert turn["device_id"] == places["homeless"]


async def test_the_area_is_that_of_the_device(
    hass: HomeAssistant, server: HearkenServer, agent: str, places: dict[str, str]
) -> None:
    """When no satellite is known to the registry."""
    turn = await told(
        hass, server, satellite_id="assist_satellite.gone", device_id=places["device"]
    )
    assert turn["area_id"] == places["kitchen"]


async def test_a_device_without_a_place_has_none(
    hass: HomeAssistant, server: HearkenServer, agent: str, places: dict[str, str]
) -> None:
    """Nothing is guessed."""
    turn = await told(hass, server, device_id=places["homeless"])
    assert "area_id" not in turn


async def test_the_user_has_an_id_and_a_name(
    hass: HomeAssistant, server: HearkenServer, agent: str
) -> None:
    """The one who is logged in."""
    user = MockUser(name="Ada").add_to_hass(hass)
    turn = await told(hass, server, context=Context(user_id=user.id))
    assert turn["user"] == {"id": user.id, "name": "Ada"}
    turn = await told(hass, server, context=Context(user_id="gone"))
    assert "user" not in turn


async def test_a_device_that_shows_timers_is_told(
    hass: HomeAssistant, server: HearkenServer, agent: str, places: dict[str, str]
) -> None:
    """By the handler it registered."""
    turn = await told(hass, server, device_id=places["device"])
    assert turn["device_supports_timers"] is False
    async_register_timer_handler(hass, places["device"], lambda *_: None)
    turn = await told(hass, server, device_id=places["device"])
    assert turn["device_supports_timers"] is True
