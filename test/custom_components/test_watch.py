"""Issues of what keeps the assistant from working, and their fixes."""

import asyncio
from collections.abc import AsyncGenerator
from http import HTTPStatus
from typing import Any

from aiohttp import web
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator
from support.hearken_server import HearkenServer, Script, error
from support.until import until
from support.wyoming_server import full_info, serve_wyoming
from test_assistant import ALL, add, issues, ours
from wyoming.info import Info

from homeassistant.components.assist_pipeline.pipeline import async_setup_pipeline_store
from homeassistant.components.conversation import async_converse
from homeassistant.config_entries import SOURCE_USER, ConfigEntryState
from homeassistant.core import Context, HomeAssistant
from homeassistant.setup import async_setup_component


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
    done = await client.post(f"/api/repairs/issues/fix/{step['flow_id']}", json={})
    result: dict[str, Any] = await done.json()
    return result


def speaking(protocol: str) -> Script:
    """Refuse our protocol as a server that speaks another one does."""

    async def answer(_request: web.Request) -> web.StreamResponse:
        body = {"error": {"code": "REQUEST_INVALID", "message": "Another protocol."}}
        headers = {"hearken-protocol": protocol}
        return web.json_response(body, status=400, headers=headers)

    return answer


async def test_a_server_that_is_too_old_is_an_issue_until_it_is_updated(
    hass: HomeAssistant,
    server: HearkenServer,
    entry: MockConfigEntry,
    agent: str,
    hass_client: ClientSessionGenerator,
) -> None:
    """Submitting looks again."""
    server.home_script = error(404, "REQUEST_NOT_FOUND")
    await entry.runtime_data.async_refresh()
    [issue] = issues(hass)
    assert issue == f"server_too_old_{entry.entry_id}"
    assert (await fix(hass, hass_client, issue))["reason"] == "still_there"
    server.home_script = None
    assert (await fix(hass, hass_client, issue))["type"] == "create_entry"
    assert issues(hass) == []


async def test_a_server_that_is_too_new_is_another_issue(
    hass: HomeAssistant, server: HearkenServer, entry: MockConfigEntry, agent: str
) -> None:
    """Then it is the integration that has to be updated."""
    server.sign_as = "2"
    server.home_script = speaking("2")
    await entry.runtime_data.async_refresh()
    assert issues(hass) == [f"server_too_new_{entry.entry_id}"]


async def test_a_server_that_was_away_while_it_was_updated_is_an_issue(
    hass: HomeAssistant, server: HearkenServer, entry: MockConfigEntry, agent: str
) -> None:
    """It is gone first, and comes back as another one."""
    server.home_script = error(503, "ENGINE_OVERLOADED")
    await entry.runtime_data.async_refresh()
    assert issues(hass) == []
    server.sign_as = "2"
    server.home_script = speaking("2")
    await entry.runtime_data.async_refresh()
    assert issues(hass) == [f"server_too_new_{entry.entry_id}"]
    server.home_script = error(404, "REQUEST_NOT_FOUND")
    server.sign_as = "1"
    await entry.runtime_data.async_refresh()
    assert issues(hass) == [f"server_too_old_{entry.entry_id}"]


async def test_a_turn_that_does_not_fit_tells_which_side_is_too_old(
    hass: HomeAssistant, server: HearkenServer, entry: MockConfigEntry, agent: str
) -> None:
    """Before the next question of every half minute."""
    server.sign_as = "2"
    server.home_script = speaking("2")
    server.script(speaking("2"))
    await async_converse(hass, "anything", None, Context(), agent_id=agent)
    await until(lambda: issues(hass) == [f"server_too_new_{entry.entry_id}"])


async def test_a_home_of_which_nothing_is_exposed_is_an_issue(
    hass: HomeAssistant, server: HearkenServer, entry: MockConfigEntry, agent: str
) -> None:
    """Only while the server sees a home at all."""
    server.home["exposed"] = {"entities": 0}
    await entry.runtime_data.async_refresh()
    assert issues(hass) == [f"nothing_exposed_{entry.entry_id}"]
    server.home["status"] = "disconnected"
    await entry.runtime_data.async_refresh()
    assert issues(hass) == []


@pytest.fixture
def info() -> Info:
    """Return what the server announces."""
    return full_info(["en"])


@pytest.fixture
async def wyoming(server: HearkenServer, info: Info) -> AsyncGenerator[asyncio.Server]:
    """Serve it."""
    running, server.home["wyoming_port"] = await serve_wyoming(info)
    yield running
    running.close()


@pytest.mark.usefixtures("wyoming")
async def test_an_assistant_whose_language_no_voice_knows_is_an_issue(
    hass: HomeAssistant, server: HearkenServer
) -> None:
    """As long as it has that language."""
    await add(hass, server, ALL)
    [pipeline] = ours(hass)
    assert issues(hass) == []
    store = (await async_setup_pipeline_store(hass)).pipeline_store
    fields = pipeline.to_json() | {"language": "ja", "tts_language": "ja"}
    del fields["id"]
    await store.async_update_item(pipeline.id, fields)
    assert issues(hass) == [f"voice_missing_{pipeline.id}"]
    await store.async_update_item(
        pipeline.id, fields | {"language": "en", "tts_language": "en"}
    )
    assert issues(hass) == []


async def test_a_wyoming_entry_that_looks_elsewhere_is_sent_to_the_server(
    hass: HomeAssistant,
    server: HearkenServer,
    info: Info,
    wyoming: asyncio.Server,
    hass_client: ClientSessionGenerator,
) -> None:
    """Added by hand, by a name that is gone, for example."""
    entry = await add(hass, server, ALL)
    [voice] = hass.config_entries.async_entries("wyoming")
    data = {**voice.data, "host": "127.0.0.1", "port": 1}
    hass.config_entries.async_update_entry(voice, data=data)
    await hass.config_entries.async_reload(voice.entry_id)
    assert voice.state is ConfigEntryState.SETUP_RETRY
    entry.runtime_data.async_update_listeners()
    issue = f"voice_elsewhere_{voice.entry_id}"
    await until(lambda: issue in issues(hass))
    assert (await fix(hass, hass_client, issue))["type"] == "create_entry"
    await until(lambda: voice.state is ConfigEntryState.LOADED)
    assert voice.data["port"] == server.home["wyoming_port"]


async def test_a_server_that_takes_another_port_takes_its_entry_along(
    hass: HomeAssistant, server: HearkenServer, info: Info, wyoming: asyncio.Server
) -> None:
    """Also when Home Assistant was restarted in between."""
    entry = await add(hass, server, ALL)
    [voice] = hass.config_entries.async_entries("wyoming")
    assert await hass.config_entries.async_unload(entry.entry_id)
    wyoming.close()
    moved, server.home["wyoming_port"] = await serve_wyoming(info)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(lambda: voice.data["port"] == server.home["wyoming_port"])
    await until(lambda: voice.state is ConfigEntryState.LOADED)
    moved.close()


async def test_what_set_up_made_goes_with_the_entry(
    hass: HomeAssistant, server: HearkenServer, wyoming: asyncio.Server
) -> None:
    """And another assistant is preferred again."""
    entry = await add(hass, server, ALL)
    assert await hass.config_entries.async_remove(entry.entry_id)
    await hass.async_block_till_done()
    assert hass.config_entries.async_entries("wyoming") == []
    store = (await async_setup_pipeline_store(hass)).pipeline_store
    assert [pipeline.name for pipeline in store.data.values()] == ["Home Assistant"]
    assert store.async_get_preferred_item() in store.data
    assert issues(hass) == []


async def test_voice_services_that_are_used_elsewhere_stay(
    hass: HomeAssistant, server: HearkenServer, wyoming: asyncio.Server
) -> None:
    """Somebody gave another assistant this voice."""
    entry = await add(hass, server, ALL)
    [pipeline] = ours(hass)
    store = (await async_setup_pipeline_store(hass)).pipeline_store
    fields = pipeline.to_json() | {
        "name": "Mine",
        "conversation_engine": "conversation.home_assistant",
    }
    del fields["id"]
    await store.async_create_item(fields)
    assert await hass.config_entries.async_remove(entry.entry_id)
    await hass.async_block_till_done()
    assert len(hass.config_entries.async_entries("wyoming")) == 1


async def test_voice_services_that_were_there_before_stay(
    hass: HomeAssistant, server: HearkenServer, wyoming: asyncio.Server
) -> None:
    """They are not ours to take."""
    await hass.config_entries.flow.async_init(
        "wyoming",
        context={"source": SOURCE_USER},
        data={"host": "127.0.0.1", "port": server.home["wyoming_port"]},
    )
    entry = await add(hass, server, ALL)
    assert await hass.config_entries.async_remove(entry.entry_id)
    await hass.async_block_till_done()
    assert len(hass.config_entries.async_entries("wyoming")) == 1
