"""The Wyoming entry of the same server: kept fresh, and taken along when it moves."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any
from unittest.mock import patch

import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from support.hearken_server import HearkenServer
from support.until import until
from support.wyoming_server import agent as agent_of, full_info, serve_wyoming
from test_assistant import issues
from test_config_flow import NOTHING, address, announced, begin, submit
from wyoming.info import AsrProgram, Info

from custom_components.hearken.config_flow import HearkenConfigFlow
from custom_components.hearken.pipeline import async_entity_id
from custom_components.hearken.voice_services import OBEYS_ENDPOINTING
from homeassistant.components import stt
from homeassistant.components.conversation.agent_manager import async_get_agent
from homeassistant.config_entries import SOURCE_USER, SOURCE_ZEROCONF, ConfigEntry
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType

EARS = "stt.hearken"


@pytest.fixture
def info() -> Info:
    """Return what the server announces, to be changed by a test."""
    return full_info(["en"])


@pytest.fixture
async def wyoming_port(server: HearkenServer, info: Info) -> AsyncGenerator[int]:
    """Serve it."""
    running, port = await serve_wyoming(info)
    server.home["wyoming_port"] = port
    yield port
    running.close()


async def add_voice(hass: HomeAssistant, port: int) -> ConfigEntry:
    """Add the Wyoming entry by hand."""
    added = await hass.config_entries.flow.async_init(
        "wyoming",
        context={"source": SOURCE_USER},
        data={"host": "127.0.0.1", "port": port},
    )
    await hass.async_block_till_done()
    return added["result"]


@pytest.fixture
async def voice(hass: HomeAssistant, wyoming_port: int) -> ConfigEntry:
    """Return the Wyoming entry."""
    return await add_voice(hass, wyoming_port)


def heard_as(hass: HomeAssistant) -> list[str] | None:
    """Return what core knows of the speech-to-text, None while it is not loaded."""
    engine = stt.async_get_speech_to_text_entity(hass, EARS)
    return sorted(engine.supported_languages) if engine else None


def announce(server: HearkenServer, program: AsrProgram) -> None:
    """Let the server's report say what its Wyoming says."""
    server.home["stt"] = {
        "languages": [tag for model in program.models for tag in model.languages],
        # Older cores come with a protocol that does not know it.
        "requires_external_vad": getattr(program, "requires_external_vad", True),
    }


@pytest.mark.skipif(not OBEYS_ENDPOINTING, reason="core always finds the end itself")
async def test_a_changed_end_of_speech_loads_the_entry_again(
    hass: HomeAssistant,
    server: HearkenServer,
    info: Info,
    voice: ConfigEntry,
    entry: MockConfigEntry,
    agent: str,
) -> None:
    """Core reads it once."""
    announce(server, info.asr[0])
    await entry.runtime_data.async_refresh()
    info.asr[0].requires_external_vad = False
    announce(server, info.asr[0])
    await entry.runtime_data.async_refresh()

    def is_left_to_the_server() -> bool:
        engine = stt.async_get_speech_to_text_entity(hass, EARS)
        return bool(engine and not engine.audio_processing.requires_external_vad)

    await until(is_left_to_the_server)


async def test_an_end_of_speech_that_core_keeps_to_itself_loads_nothing(
    hass: HomeAssistant,
    server: HearkenServer,
    voice: ConfigEntry,
    entry: MockConfigEntry,
) -> None:
    """Before 2026.9 it asks no server; the person is told."""
    loaded = stt.async_get_speech_to_text_entity(hass, EARS)
    server.home["stt"] = {"languages": ["en"], "requires_external_vad": False}
    with (
        patch("custom_components.hearken.voice_services.OBEYS_ENDPOINTING", new=False),
        patch("custom_components.hearken.watch.OBEYS_ENDPOINTING", new=False),
    ):
        assert await hass.config_entries.async_setup(entry.entry_id)
        await asyncio.sleep(0.1)
        await hass.async_block_till_done()
        assert stt.async_get_speech_to_text_entity(hass, EARS) is loaded
        assert issues(hass) == [f"endpointing_ignored_{entry.entry_id}"]
        server.home["stt"]["requires_external_vad"] = True
        await entry.runtime_data.async_refresh()
        assert issues(hass) == []


async def test_changed_languages_load_the_entry_again(
    hass: HomeAssistant,
    server: HearkenServer,
    info: Info,
    voice: ConfigEntry,
    entry: MockConfigEntry,
) -> None:
    """Also when they changed before our entry was loaded."""
    info.asr[0].models[0].languages = ["en", "de"]
    announce(server, info.asr[0])
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(lambda: heard_as(hass) == ["de", "en"])


async def test_new_languages_of_the_agent_load_the_entry_again(
    hass: HomeAssistant,
    server: HearkenServer,
    info: Info,
    entry: MockConfigEntry,
    wyoming_port: int,
) -> None:
    """Its Wyoming twin may be somebody's agent."""
    info.handle = [agent_of(["en"])]
    voice = await add_voice(hass, wyoming_port)
    info.handle = [agent_of(["en", "de"])]
    server.home["languages"] = ["en", "de"]
    assert await hass.config_entries.async_setup(entry.entry_id)

    def spoken() -> set[str]:
        entity_id = async_entity_id(hass, voice, Platform.CONVERSATION)
        known = async_get_agent(hass, entity_id) if entity_id else None
        return set(known.supported_languages) if known else set()

    await until(lambda: spoken() == {"en", "de"})


async def test_what_core_does_not_take_over_is_tried_once(
    hass: HomeAssistant,
    server: HearkenServer,
    info: Info,
    entry: MockConfigEntry,
    wyoming_port: int,
) -> None:
    """The server's report and its Wyoming disagree."""
    info.handle = [agent_of(["en"])]
    voice = await add_voice(hass, wyoming_port)
    with patch.object(hass.config_entries, "async_schedule_reload") as reload:
        assert await hass.config_entries.async_setup(entry.entry_id)
        await until(lambda: reload.call_count == 1)
        server.home["status"] = "disconnected"
        await entry.runtime_data.async_refresh()
        server.home["languages"] = ["en", "fr"]
        await entry.runtime_data.async_refresh()
        await until(lambda: reload.call_count == 2)
    reload.assert_called_with(voice.entry_id)


async def test_ears_that_were_installed_later_are_loaded(
    hass: HomeAssistant,
    server: HearkenServer,
    info: Info,
    entry: MockConfigEntry,
    wyoming_port: int,
) -> None:
    """The model was still being fetched when the entry was added."""
    ears, info.asr = info.asr, []
    await add_voice(hass, wyoming_port)
    assert hass.states.get(EARS) is None
    info.asr = ears
    announce(server, ears[0])
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(lambda: hass.states.get(EARS))


@pytest.mark.parametrize("report", [None, {"languages": ["en"]}, "present"])
async def test_what_is_not_told_or_not_changed_loads_nothing(
    hass: HomeAssistant,
    server: HearkenServer,
    info: Info,
    voice: ConfigEntry,
    entry: MockConfigEntry,
    report: Any,
) -> None:
    """An older server says nothing of it."""
    loaded = stt.async_get_speech_to_text_entity(hass, EARS)
    server.home["stt"] = report
    if report == "present":
        announce(server, info.asr[0])
    assert await hass.config_entries.async_setup(entry.entry_id)
    await asyncio.sleep(0.1)
    await hass.async_block_till_done()
    assert stt.async_get_speech_to_text_entity(hass, EARS) is loaded


@pytest.fixture
def moved(
    hass: HomeAssistant, entry: MockConfigEntry, wyoming_port: int, agent: str
) -> MockConfigEntry:
    """Return a Wyoming entry at an address where nobody is any more, as is ours."""
    old = MockConfigEntry(
        domain="wyoming", data={"host": "127.0.0.2", "port": wyoming_port}
    )
    old.add_to_hass(hass)
    data = {**entry.data, "host": "127.0.0.2"}
    hass.config_entries.async_update_entry(entry, data=data)
    return old


async def test_the_entry_follows_a_server_that_moved(
    hass: HomeAssistant,
    server: HearkenServer,
    entry: MockConfigEntry,
    moved: MockConfigEntry,
) -> None:
    """Its own discovery would leave it at the old address."""
    with patch.object(HearkenConfigFlow, "_async_answers", return_value=False):
        result = await begin(hass, SOURCE_ZEROCONF, announced(server.port))
    assert result["reason"] == "already_configured"
    assert (entry.data["host"], moved.data["host"]) == ("127.0.0.1", "127.0.0.1")
    await hass.async_block_till_done()


async def test_moving_by_hand_takes_it_along(
    hass: HomeAssistant,
    server: HearkenServer,
    entry: MockConfigEntry,
    moved: MockConfigEntry,
) -> None:
    """A person found the new address first."""
    step = await entry.start_reconfigure_flow(hass)
    done = await submit(hass, step, address(server))
    assert done["reason"] == "reconfigure_successful"
    assert moved.data["host"] == "127.0.0.1"
    await hass.async_block_till_done()
    # What is still being opened when the test ends can not be closed.
    await server.channel()


async def test_slow_satellites_are_named_at_the_end(
    hass: HomeAssistant, server: HearkenServer
) -> None:
    """With what can be done."""
    server.home["slow_satellites"] = [
        {"entity_id": "assist_satellite.a", "name": "Den", "detection": "relaxed"},
        {"entity_id": "assist_satellite.b", "name": "Attic", "detection": "relaxed"},
        "nonsense",
    ]
    step = await submit(hass, await begin(hass), address(server))
    step = await submit(hass, step, NOTHING)
    assert (step["type"], step["step_id"]) == (FlowResultType.FORM, "slow_satellites")
    assert step["description_placeholders"] == {"satellites": "- Den\n- Attic"}
    step = await submit(hass, step, {})
    assert step["type"] is FlowResultType.CREATE_ENTRY
