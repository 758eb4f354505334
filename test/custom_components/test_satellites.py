"""The channel to satellites: speaking there, and the connection itself."""

import asyncio
from typing import Any, override
from unittest.mock import patch

import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from support.hearken_server import Channel, HearkenServer
from support.until import until

from homeassistant.components.assist_pipeline import PipelineEvent
from homeassistant.components.assist_satellite import (
    AssistSatelliteAnnouncement,
    AssistSatelliteAnswer,
    AssistSatelliteConfiguration,
    AssistSatelliteEntity,
    AssistSatelliteEntityFeature,
    SatelliteBusyError,
)
from homeassistant.components.assist_satellite.const import DATA_COMPONENT
from homeassistant.components.assist_satellite.entity import AssistSatelliteState
from homeassistant.config_entries import ConfigEntryState
from homeassistant.const import EVENT_HOMEASSISTANT_STARTED
from homeassistant.core import CoreState, HomeAssistant
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.setup import async_setup_component

KITCHEN = "assist_satellite.kitchen"
UNSPOKEN: dict[str, str] = {"satellite_id": KITCHEN, "text": "The oven is hot."}


class Satellite(AssistSatelliteEntity):
    """A satellite that notes what it is told, and does what a test wants."""

    _attr_supported_features = (
        AssistSatelliteEntityFeature.ANNOUNCE
        | AssistSatelliteEntityFeature.START_CONVERSATION
    )

    def __init__(self) -> None:
        self.entity_id = KITCHEN
        self.told: list[tuple[str, dict[str, Any]]] = []
        self.error: Exception | None = None
        self.answer: str | None = None
        self.hold: asyncio.Event | None = None

    async def _act(self, action: str, fields: dict[str, Any]) -> None:
        fields.pop("preannounce", None)
        self.told.append((action, fields))
        if self.hold:
            await self.hold.wait()
        if self.error:
            raise self.error

    @override
    async def async_internal_announce(self, *args: Any, **fields: Any) -> None:
        await self._act("announce", fields)

    @override
    async def async_internal_start_conversation(
        self, *args: Any, **fields: Any
    ) -> None:
        await self._act("start_conversation", fields)

    @override
    async def async_internal_ask_question(
        self, *args: Any, **fields: Any
    ) -> AssistSatelliteAnswer:
        await self._act("ask_question", {"question": fields["question"]})
        return AssistSatelliteAnswer(id=None, sentence=self.answer or "")

    @override
    async def async_announce(self, announcement: AssistSatelliteAnnouncement) -> None:
        raise NotImplementedError

    @override
    def on_pipeline_event(self, event: PipelineEvent) -> None:
        raise NotImplementedError

    @override
    def async_get_configuration(self) -> AssistSatelliteConfiguration:
        raise NotImplementedError

    @override
    async def async_set_configuration(
        self, config: AssistSatelliteConfiguration
    ) -> None:
        raise NotImplementedError


@pytest.fixture
async def satellite(hass: HomeAssistant) -> Satellite:
    """Add a satellite that can do everything."""
    assert await async_setup_component(hass, "assist_satellite", {})
    added = Satellite()
    await hass.data[DATA_COMPONENT].async_add_entities([added])
    return added


@pytest.fixture
async def channel(server: HearkenServer, agent: str) -> Channel:
    """Set up the entry; return its connection after the first message."""
    opened = await server.channel()
    assert (await opened.next())["type"] == "hello"
    return opened


async def test_it_waits_until_home_assistant_has_started(
    hass: HomeAssistant, entry: MockConfigEntry, server: HearkenServer
) -> None:
    """A satellite that core has not reached yet would be shown nothing."""
    hass.set_state(CoreState.starting)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done()
    assert server.channels.empty()
    hass.set_state(CoreState.running)
    hass.bus.async_fire(EVENT_HOMEASSISTANT_STARTED)
    assert (await (await server.channel()).next())["type"] == "hello"


async def test_it_begins_with_who_connects(server: HearkenServer, agent: str) -> None:
    """The home, the session, and the timers that run there."""
    hello = await (await server.channel()).next()
    assert hello.pop("instance_id")
    assert hello.pop("session_id")
    assert hello == {"type": "hello", "timers": [], "ended": []}


async def test_an_announcement_is_done_when_it_was_played(
    satellite: Satellite, channel: Channel
) -> None:
    """Not before."""
    satellite.hold = asyncio.Event()
    command_id = await channel.send("announce", **UNSPOKEN)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await channel.next()
    satellite.hold.set()
    assert await channel.next() == {"type": "done", "id": command_id}
    assert satellite.told == [("announce", {"message": "The oven is hot."})]


async def test_a_conversation_is_started(
    satellite: Satellite, channel: Channel
) -> None:
    """With what a model should know."""
    answer = await channel.ask("start_conversation", **UNSPOKEN, extra_prompt="Hot.")
    assert answer == {"type": "done"}
    fields = {"start_message": "The oven is hot.", "extra_system_prompt": "Hot."}
    assert satellite.told == [("start_conversation", fields)]


async def test_a_question_brings_its_answer(
    satellite: Satellite, channel: Channel
) -> None:
    """As it was heard."""
    satellite.answer = "the small one"
    answer = await channel.ask("ask", **UNSPOKEN)
    assert answer == {"type": "done", "answer": "the small one"}


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (SatelliteBusyError(), "busy"),
        (ServiceValidationError("built-in agent"), "unsupported"),
        (HomeAssistantError("no voice"), "failed"),
        (HomeAssistantError(translation_key="no_answer"), "no_answer"),
        (ConnectionError("not connected"), "unavailable"),
        (KeyError("a mistake"), "failed"),
    ],
)
async def test_a_failed_action_says_why(
    satellite: Satellite, channel: Channel, error: Exception, reason: str
) -> None:
    """Every command has an answer."""
    satellite.error = error
    answer = await channel.ask("ask", **UNSPOKEN)
    assert answer == {"type": "failed", "reason": reason}


async def test_a_satellite_that_is_not_there_is_unknown(channel: Channel) -> None:
    """Another Home Assistant may have it."""
    answer = await channel.ask("announce", **UNSPOKEN)
    assert answer == {"type": "failed", "reason": "unknown_satellite"}


@pytest.mark.parametrize("state", ["listening", "processing", "responding"])
async def test_a_satellite_in_use_is_not_interrupted(
    satellite: Satellite, channel: Channel, state: str
) -> None:
    """The action would end the turn that runs there."""
    satellite._set_state(AssistSatelliteState(state))
    answer = await channel.ask("announce", **UNSPOKEN)
    assert answer == {"type": "failed", "reason": "busy"}
    assert satellite.told == []


async def test_a_satellite_that_is_away_is_unavailable(
    hass: HomeAssistant, satellite: Satellite, channel: Channel
) -> None:
    """Nothing is sent to it."""
    satellite._attr_available = False
    satellite.async_write_ha_state()
    answer = await channel.ask("announce", **UNSPOKEN)
    assert answer == {"type": "failed", "reason": "unavailable"}


async def test_a_satellite_that_can_not_listen_is_not_asked(
    satellite: Satellite, channel: Channel
) -> None:
    """It can announce."""
    satellite._attr_supported_features = AssistSatelliteEntityFeature.ANNOUNCE
    satellite.async_write_ha_state()
    answer = await channel.ask("ask", **UNSPOKEN)
    assert answer == {"type": "failed", "reason": "unsupported"}
    assert await channel.ask("announce", **UNSPOKEN) == {"type": "done"}


async def test_a_command_of_a_newer_server_is_answered(channel: Channel) -> None:
    """It is not left without a word."""
    answer = await channel.ask("dance", steps=3)
    assert answer == {"type": "failed", "reason": "unsupported"}


async def test_a_command_that_comes_again_is_done_once(
    server: HearkenServer, satellite: Satellite, channel: Channel
) -> None:
    """The connection broke while it was said."""
    satellite.hold = asyncio.Event()
    command_id = await channel.send("announce", **UNSPOKEN)
    await until(lambda: satellite.told)
    await channel.close()
    again = await server.channel()
    await again.next()
    assert await again.send("announce", **UNSPOKEN) == command_id
    satellite.hold.set()
    assert await again.next() == {"type": "done", "id": command_id}
    assert len(satellite.told) == 1


async def test_only_the_last_answers_are_kept(
    satellite: Satellite, channel: Channel
) -> None:
    """Home Assistant runs for months."""
    with patch("custom_components.hearken.channel._MAX_ANSWERS", 1):
        for _ in range(3):
            assert await channel.ask("announce", **UNSPOKEN) == {"type": "done"}
    assert len(satellite.told) == 3


# aiohttp starts a heartbeat anew for the answer to its own close, for nothing.
@pytest.mark.parametrize("expected_lingering_timers", [True])
@pytest.mark.parametrize("nonsense", ["{}", "no JSON", '{"type":"announce"}'])
async def test_what_is_no_command_ends_the_connection(
    server: HearkenServer, channel: Channel, nonsense: str
) -> None:
    """The next one begins anew."""
    await channel.send_raw(nonsense)
    assert (await (await server.channel()).next())["type"] == "hello"


async def test_binary_messages_are_left_out(
    satellite: Satellite, channel: Channel
) -> None:
    """A newer server may send audio."""
    await channel.send_bytes(b"\0")
    assert await channel.ask("announce", **UNSPOKEN) == {"type": "done"}


async def test_a_server_without_the_channel_has_its_agent_all_the_same(
    hass: HomeAssistant, server: HearkenServer, entry: MockConfigEntry
) -> None:
    """An older version."""
    server.has_channel = False
    assert await hass.config_entries.async_setup(entry.entry_id)
    await asyncio.sleep(0.1)
    assert server.channels.empty()
    assert hass.states.get("conversation.hearken")
    assert entry.runtime_data.last_update_success


async def test_a_refused_token_asks_to_sign_in_again(
    hass: HomeAssistant, server: HearkenServer, channel: Channel
) -> None:
    """Without waiting for the next turn."""
    server.token = "another"
    await channel.close()
    await until(lambda: hass.config_entries.flow.async_progress_by_handler("hearken"))


async def test_a_server_that_is_gone_is_noted_and_found_again(
    hass: HomeAssistant, server: HearkenServer, entry: MockConfigEntry, channel: Channel
) -> None:
    """Long before the next question how it is."""
    coordinator = entry.runtime_data
    with patch.object(
        coordinator.client, "_base", coordinator.client._base.with_port(1)
    ):
        await channel.close()
        await until(lambda: not coordinator.last_update_success)
    await (await server.channel()).next()
    await until(lambda: coordinator.last_update_success, seconds=15)


async def test_unloading_closes_the_connection(
    hass: HomeAssistant, server: HearkenServer, entry: MockConfigEntry, channel: Channel
) -> None:
    """And opens none."""
    assert await hass.config_entries.async_unload(entry.entry_id)
    assert entry.state is ConfigEntryState.NOT_LOADED
    async with asyncio.timeout(3):
        await channel.closed.wait()
    assert server.channels.empty()
