"""The last step of set-up, the pipelines it makes, and what is wrong with others."""

import asyncio
from collections.abc import AsyncGenerator
from http import HTTPStatus
from ipaddress import ip_address
from typing import Any
from unittest.mock import patch

import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator
from support.hearken_server import TOKEN, HearkenServer
from support.wyoming_server import full_info, serve_wyoming
from test_config_flow import NOTHING, address, announced, begin, submit, told

from homeassistant.components.assist_pipeline.pipeline import (
    Pipeline,
    PipelineStorageCollection,
    async_get_pipeline,
    async_get_pipelines,
    async_setup_pipeline_store,
)
from homeassistant.config_entries import (
    SOURCE_HASSIO,
    SOURCE_ZEROCONF,
    ConfigEntry,
    ConfigFlowResult,
)
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.service_info.hassio import HassioServiceInfo
from homeassistant.helpers.service_info.zeroconf import ZeroconfServiceInfo
from homeassistant.setup import async_setup_component

ALL = {"voice_services": True, "pipeline": True, "preferred": True}
AGENT = "conversation.hearken"


@pytest.fixture
async def wyoming(server: HearkenServer) -> AsyncGenerator[asyncio.Server]:
    """Serve the same program's voice services."""
    running, port = await serve_wyoming(full_info(["en"]))
    server.home["wyoming_port"] = port
    yield running
    running.close()


@pytest.fixture
async def store(hass: HomeAssistant) -> PipelineStorageCollection:
    """Return core's pipelines."""
    return (await async_setup_pipeline_store(hass)).pipeline_store


async def add(
    hass: HomeAssistant, server: HearkenServer, parts: dict[str, bool]
) -> ConfigEntry:
    """Add the server by hand."""
    step = await submit(hass, await begin(hass), address(server))
    step = await submit(hass, step, parts)
    await hass.async_block_till_done()
    return step["result"]


def ours(hass: HomeAssistant) -> list[Pipeline]:
    """Return the pipelines with our agent."""
    return [p for p in async_get_pipelines(hass) if p.conversation_engine == AGENT]


async def test_everything_is_set_up(
    hass: HomeAssistant,
    server: HearkenServer,
    wyoming: asyncio.Server,
    store: PipelineStorageCollection,
) -> None:
    """Wake word, ears, agent and voice of one server, preferred."""
    await add(hass, server, ALL)
    [voice] = hass.config_entries.async_entries("wyoming")
    assert voice.data == {"host": "127.0.0.1", "port": server.home["wyoming_port"]}
    [pipeline] = ours(hass)
    assert store.async_get_preferred_item() == pipeline.id
    fields = pipeline.to_json()
    del fields["id"]
    assert fields == {
        "name": "Hearken",
        "language": "en",
        "conversation_engine": AGENT,
        "conversation_language": "en",
        "stt_engine": "stt.hearken",
        "stt_language": "en",
        "tts_engine": "tts.hearken",
        "tts_language": "en",
        "tts_voice": None,
        "wake_word_entity": "wake_word.hearken",
        "wake_word_id": "hey_hearken",
        "prefer_local_intents": False,
    }


async def test_everything_can_be_declined(
    hass: HomeAssistant, server: HearkenServer, store: PipelineStorageCollection
) -> None:
    """Then there is an agent and nothing else."""
    before = async_get_pipelines(hass)
    await add(hass, server, NOTHING)
    assert hass.config_entries.async_entries("wyoming") == []
    assert async_get_pipelines(hass) == before


async def test_preferring_without_a_pipeline_changes_nothing(
    hass: HomeAssistant, server: HearkenServer, store: PipelineStorageCollection
) -> None:
    """There is nothing to prefer."""
    preferred = store.async_get_preferred_item()
    await add(hass, server, NOTHING | {"preferred": True})
    assert store.async_get_preferred_item() == preferred


async def test_twice_makes_nothing_twice(
    hass: HomeAssistant,
    server: HearkenServer,
    wyoming: asyncio.Server,
    store: PipelineStorageCollection,
) -> None:
    """Also when the agent was removed and comes back."""
    entry = await add(hass, server, ALL)
    await hass.config_entries.async_remove(entry.entry_id)
    await add(hass, server, ALL)
    assert len(hass.config_entries.async_entries("wyoming")) == 1
    [pipeline] = ours(hass)
    assert store.async_get_preferred_item() == pipeline.id


async def test_a_pipeline_without_voice_gets_one_later(
    hass: HomeAssistant, server: HearkenServer, wyoming: asyncio.Server
) -> None:
    """What a person chose stays."""
    entry = await add(hass, server, NOTHING | {"pipeline": True})
    [pipeline] = ours(hass)
    assert pipeline.stt_engine is None
    store = (await async_setup_pipeline_store(hass)).pipeline_store
    fields = pipeline.to_json() | {"name": "Mine", "tts_engine": "tts.other"}
    del fields["id"]
    await store.async_update_item(pipeline.id, fields | {"tts_language": "en"})
    await hass.config_entries.async_remove(entry.entry_id)
    await add(hass, server, ALL)
    [completed] = ours(hass)
    assert completed.name == "Mine"
    assert completed.stt_engine == "stt.hearken"
    assert completed.tts_engine == "tts.other"


async def test_voice_services_that_were_there_are_used_unasked(
    hass: HomeAssistant, server: HearkenServer, wyoming: asyncio.Server
) -> None:
    """Declining adds nothing, and takes nothing away."""
    await hass.config_entries.flow.async_init(
        "wyoming",
        context={"source": "user"},
        data={"host": "127.0.0.1", "port": server.home["wyoming_port"]},
    )
    await add(hass, server, NOTHING | {"pipeline": True})
    [pipeline] = ours(hass)
    assert pipeline.stt_engine == "stt.hearken"


async def test_a_pipeline_leaves_out_what_does_not_speak_its_language(
    hass: HomeAssistant, server: HearkenServer, wyoming: asyncio.Server
) -> None:
    """The agent's first language stands in for one it does not know."""
    await hass.config.async_update(language="ja")
    await add(hass, server, ALL)
    [pipeline] = ours(hass)
    assert (pipeline.language, pipeline.conversation_language) == ("ja", "en")
    assert (pipeline.stt_engine, pipeline.tts_engine) == (None, None)
    assert pipeline.wake_word_entity == "wake_word.hearken"


async def test_voice_services_that_do_not_answer_are_an_issue(
    hass: HomeAssistant, server: HearkenServer
) -> None:
    """The rest is done all the same."""
    server.home["wyoming_port"] = 1
    entry = await add(hass, server, ALL)
    issue = ir.async_get(hass).async_get_issue(
        "hearken", f"voice_services_{entry.entry_id}"
    )
    assert issue
    assert issue.translation_placeholders == {"host": "127.0.0.1", "port": "1"}
    assert hass.config_entries.flow.async_progress_by_handler("wyoming") == []
    assert len(ours(hass)) == 1


async def test_a_server_without_voice_services_is_an_issue(
    hass: HomeAssistant, server: HearkenServer
) -> None:
    """Wyoming answers, but has nothing to offer."""
    info = full_info(["en"])
    info.asr, info.tts, info.wake = [], [], []
    running, server.home["wyoming_port"] = await serve_wyoming(info)
    entry = await add(hass, server, ALL)
    running.close()
    assert ir.async_get(hass).async_get_issue(
        "hearken", f"voice_services_{entry.entry_id}"
    )


async def test_a_discovery_that_waits_is_confirmed(
    hass: HomeAssistant, server: HearkenServer, wyoming: asyncio.Server
) -> None:
    """The same program announced itself twice, under one name."""

    async def discover(name: str) -> ConfigFlowResult:
        return await hass.config_entries.flow.async_init(
            "wyoming",
            context={"source": SOURCE_ZEROCONF},
            data=ZeroconfServiceInfo(
                ip_address=ip_address("127.0.0.1"),
                ip_addresses=[ip_address("127.0.0.1")],
                port=server.home["wyoming_port"],
                hostname="hearken.local.",
                type="_wyoming._tcp.local.",
                name=f"{name}._wyoming._tcp.local.",
                properties={},
            ),
        )

    other = await discover("Somebody else")
    await discover("Hearken 1c7f6a1e")
    step = await begin(hass, SOURCE_ZEROCONF, announced(server.port))
    step = await submit(hass, step, {"token": TOKEN})
    await submit(hass, step, ALL)
    await hass.async_block_till_done()
    [voice] = hass.config_entries.async_entries("wyoming")
    assert voice.source == SOURCE_ZEROCONF
    [left] = hass.config_entries.flow.async_progress_by_handler("wyoming")
    assert left["flow_id"] == other["flow_id"]


async def test_a_discovery_of_the_same_app_is_confirmed(
    hass: HomeAssistant, server: HearkenServer, wyoming: asyncio.Server
) -> None:
    """The Supervisor told of both."""
    uri = f"tcp://127.0.0.1:{server.home['wyoming_port']}"
    await hass.config_entries.flow.async_init(
        "wyoming",
        context={"source": SOURCE_HASSIO},
        data=HassioServiceInfo({"uri": uri}, "Hearken app", "local_hearken", "5678"),
    )
    step = await begin(hass, SOURCE_HASSIO, told(server.port))
    step = await submit(hass, step, {})
    await submit(hass, step, ALL)
    await hass.async_block_till_done()
    [voice] = hass.config_entries.async_entries("wyoming")
    assert voice.source == SOURCE_HASSIO
    assert len(ours(hass)) == 1


async def prefer_local(hass: HomeAssistant, pipeline: Pipeline, *, on: bool) -> None:
    """Turn the setting of a pipeline as its dialog does."""
    store = (await async_setup_pipeline_store(hass)).pipeline_store
    fields = pipeline.to_json() | {"prefer_local_intents": on}
    del fields["id"]
    await store.async_update_item(pipeline.id, fields)
    await hass.async_block_till_done()


def issues(hass: HomeAssistant) -> list[str]:
    """Return the open issues of the integration."""
    return [name for domain, name in ir.async_get(hass).issues if domain == "hearken"]


async def test_a_pipeline_that_prefers_local_intents_is_an_issue(
    hass: HomeAssistant, server: HearkenServer
) -> None:
    """As long as it does, and as long as our agent is in it."""
    entry = await add(hass, server, NOTHING | {"pipeline": True})
    [pipeline] = ours(hass)
    assert issues(hass) == []
    await prefer_local(hass, pipeline, on=True)
    assert issues(hass) == [f"prefer_local_intents_{pipeline.id}"]
    await prefer_local(hass, pipeline, on=False)
    assert issues(hass) == []
    await prefer_local(hass, pipeline, on=True)
    assert await hass.config_entries.async_unload(entry.entry_id)
    assert issues(hass) == []


async def fix(
    hass: HomeAssistant, hass_client: ClientSessionGenerator, issue: str
) -> dict[str, Any]:
    """Open the issue's flow and submit it."""
    assert await async_setup_component(hass, "http", {})
    client = await hass_client()
    opened = await client.post(
        "/api/repairs/issues/fix", json={"handler": "hearken", "issue_id": issue}
    )
    assert opened.status == HTTPStatus.OK
    step = await opened.json()
    assert step["step_id"] == "confirm"
    assert step["description_placeholders"] == {"pipeline": "Hearken"}
    done = await client.post(f"/api/repairs/issues/fix/{step['flow_id']}", json={})
    result: dict[str, Any] = await done.json()
    return result


async def test_the_issue_is_fixed_by_a_click(
    hass: HomeAssistant, server: HearkenServer, hass_client: ClientSessionGenerator
) -> None:
    """In that pipeline alone."""
    await add(hass, server, NOTHING | {"pipeline": True})
    [pipeline] = ours(hass)
    await prefer_local(hass, pipeline, on=True)
    result = await fix(hass, hass_client, f"prefer_local_intents_{pipeline.id}")
    assert result["type"] == "create_entry"
    await hass.async_block_till_done()
    assert async_get_pipeline(hass, pipeline.id).prefer_local_intents is False
    assert issues(hass) == []


async def test_a_pipeline_that_went_meanwhile_needs_no_fix(
    hass: HomeAssistant, server: HearkenServer, hass_client: ClientSessionGenerator
) -> None:
    """The issue goes with it; a dialog that is open says so."""
    await add(hass, server, NOTHING | {"pipeline": True})
    [pipeline] = ours(hass)
    await prefer_local(hass, pipeline, on=True)
    client = await hass_client()
    opened = await client.post(
        "/api/repairs/issues/fix",
        json={
            "handler": "hearken",
            "issue_id": f"prefer_local_intents_{pipeline.id}",
        },
    )
    step = await opened.json()
    store = (await async_setup_pipeline_store(hass)).pipeline_store
    await store.async_delete_item(pipeline.id)
    done = await client.post(f"/api/repairs/issues/fix/{step['flow_id']}", json={})
    assert (await done.json())["reason"] == "pipeline_gone"
    assert issues(hass) == []


@pytest.mark.parametrize(("host", "count"), [("hearken.lan", 1), ("other.lan", 2)])
async def test_a_server_is_recognised_by_its_address_not_by_its_name(
    hass: HomeAssistant,
    server: HearkenServer,
    wyoming: asyncio.Server,
    host: str,
    count: int,
) -> None:
    """A name that no longer resolves is nobody's."""

    async def resolve(name: str, port: int) -> list[tuple[Any, ...]]:
        if name == "other.lan":
            raise OSError
        return [(0, 0, 0, "", ("127.0.0.1", port))]

    MockConfigEntry(
        domain="wyoming", data={"host": host, "port": server.home["wyoming_port"]}
    ).add_to_hass(hass)
    with patch.object(hass.loop, "getaddrinfo", resolve):
        await add(hass, server, ALL)
    assert len(hass.config_entries.async_entries("wyoming")) == count
