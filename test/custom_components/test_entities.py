"""What the server's entities tell, and when."""

from typing import Any

import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from support.hearken_server import HearkenServer, change, error, lines, outcome

from homeassistant.components import conversation
from homeassistant.const import STATE_UNAVAILABLE, STATE_UNKNOWN
from homeassistant.core import Context, HomeAssistant, State
from homeassistant.helpers import device_registry as dr, entity_registry as er

AGENT = "conversation.hearken"
QUIET = {
    "event.hearken_turn",
    "sensor.hearken_last_turn_answered_by",
    "sensor.hearken_last_turn_duration",
    "sensor.hearken_wake_word_models",
}


async def say(hass: HomeAssistant, text: str = "turn on the lamp") -> None:
    """Run one turn."""
    await conversation.async_converse(hass, text, None, Context(), "en", AGENT)
    await hass.async_block_till_done()


def state(hass: HomeAssistant, entity_id: str) -> State:
    """Return the state of an entity that has to be there."""
    known = hass.states.get(entity_id)
    assert known, entity_id
    return known


@pytest.mark.usefixtures("agent")
async def test_what_changes_with_every_turn_is_off_until_it_is_wanted(
    hass: HomeAssistant, entry: MockConfigEntry
) -> None:
    """All others are on."""
    entities = er.async_entries_for_config_entry(er.async_get(hass), entry.entry_id)
    off = {entity.entity_id for entity in entities if entity.disabled}
    assert off == QUIET
    assert len(entities) > len(off)


@pytest.mark.usefixtures("agent")
async def test_all_entities_are_of_one_service(
    hass: HomeAssistant, entry: MockConfigEntry
) -> None:
    """Known by the server, not by its address."""
    [device] = dr.async_entries_for_config_entry(dr.async_get(hass), entry.entry_id)
    assert device.entry_type is dr.DeviceEntryType.SERVICE
    entities = er.async_entries_for_config_entry(er.async_get(hass), entry.entry_id)
    assert {entity.device_id for entity in entities} == {device.id}
    for entity in entities:
        assert entity.unique_id.startswith(f"{entry.unique_id}-")


@pytest.mark.usefixtures("agent")
async def test_the_connection_is_told_also_while_there_is_none(
    hass: HomeAssistant, server: HearkenServer, entry: MockConfigEntry
) -> None:
    """The others are unavailable then."""
    connection = "binary_sensor.hearken_connection"
    assert state(hass, connection).state == "on"
    assert state(hass, "sensor.hearken_voices").state == "voice, other"
    await server.stop()
    await entry.runtime_data.async_refresh()
    assert state(hass, connection).state == "off"
    assert state(hass, "sensor.hearken_voices").state == STATE_UNAVAILABLE


async def test_a_service_without_models_is_unknown(
    hass: HomeAssistant, server: HearkenServer, entry: MockConfigEntry
) -> None:
    """An older server does not say."""
    del server.home["models"]
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done()
    assert state(hass, "sensor.hearken_voices").state == STATE_UNKNOWN


@pytest.fixture
async def loud(hass: HomeAssistant, entry: MockConfigEntry, agent: str) -> None:
    """Turn everything on."""
    for entity_id in QUIET:
        er.async_get(hass).async_update_entity(entity_id, disabled_by=None)
    assert await hass.config_entries.async_reload(entry.entry_id)
    await hass.async_block_till_done()


@pytest.mark.usefixtures("loud")
async def test_the_last_turn_is_told(
    hass: HomeAssistant, server: HearkenServer
) -> None:
    """How long it took and which part answered."""
    server.script(lines(outcome("It is on.", path="llm")))
    await say(hass)
    assert state(hass, "sensor.hearken_last_turn_answered_by").state == "llm"
    assert 0 <= float(state(hass, "sensor.hearken_last_turn_duration").state) < 60


@pytest.mark.usefixtures("loud")
async def test_an_unknown_part_is_none_of_the_known_ones(
    hass: HomeAssistant, server: HearkenServer
) -> None:
    """A newer server may have more."""
    server.script(lines(outcome("It is on.", path="oracle")))
    await say(hass)
    assert state(hass, "sensor.hearken_last_turn_answered_by").state == STATE_UNKNOWN


def facts(hass: HomeAssistant) -> dict[str, Any]:
    """Return what the newest event tells."""
    names = ("event_type", "path", "understood", "changes", "reason", "text", "speech")
    attributes = state(hass, "event.hearken_turn").attributes
    return {name: attributes[name] for name in names if name in attributes}


@pytest.mark.usefixtures("loud")
async def test_a_finished_turn_is_an_event_without_what_was_said(
    hass: HomeAssistant, server: HearkenServer
) -> None:
    """Names of devices are not told either, only their ids."""
    lamp = change("light.lamp", "Lamp", "proven")
    server.script(lines(outcome("It is on.", changes=[lamp])))
    await say(hass)
    assert facts(hass) == {
        "event_type": "finished",
        "path": "local",
        "understood": True,
        "changes": [{"entity_id": "light.lamp", "proof": "proven"}],
    }


@pytest.mark.usefixtures("loud")
async def test_a_failed_turn_is_an_event_with_its_reason(
    hass: HomeAssistant, server: HearkenServer
) -> None:
    """By the same key as everywhere."""
    server.script(error(503, "ENGINE_OVERLOADED"))
    await say(hass)
    assert facts(hass) == {"event_type": "failed", "reason": "busy"}


async def test_what_was_said_is_told_to_who_asked_for_it(
    hass: HomeAssistant, server: HearkenServer, entry: MockConfigEntry, loud: None
) -> None:
    """An option."""
    hass.config_entries.async_update_entry(entry, options={"content": True})
    server.script(lines(outcome("It is on.")))
    await say(hass)
    told = facts(hass)
    assert (told["text"], told["speech"]) == ("turn on the lamp", "It is on.")
