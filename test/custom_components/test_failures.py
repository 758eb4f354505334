"""What a person hears when the server gives no outcome, and who answers instead."""

import asyncio
import socket

from aiohttp import ClientTimeout, web
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from support.hearken_server import (
    HearkenServer,
    Script,
    begin,
    delta,
    error,
    lines,
    outcome,
)

from custom_components.hearken import client
from homeassistant.components import conversation
from homeassistant.components.conversation.agent_manager import async_get_agent
from homeassistant.config_entries import SOURCE_REAUTH
from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers import intent
from homeassistant.helpers.aiohttp_client import async_get_clientsession

AGENT = "conversation.hearken"


async def speech(
    hass: HomeAssistant, text: str = "turn on the lamp", language: str = "en"
) -> str:
    """Return what is said to a sentence that got no outcome."""
    result = await conversation.async_converse(
        hass, text, None, Context(), language, AGENT
    )
    assert result.response.response_type is intent.IntentResponseType.ERROR
    return str(result.response.speech["plain"]["speech"])


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en-GB", "can't reach Hearken"),
        ("de", "nicht erreichen"),
        ("fr-CA", "joindre Hearken"),
        ("es", "No puedo conectar"),
        ("nl-BE", "niet bereiken"),
        ("ja", "can't reach Hearken"),
    ],
)
async def test_a_server_that_is_away_is_named_in_the_users_language(
    hass: HomeAssistant, server: HearkenServer, agent: str, language: str, words: str
) -> None:
    """And its entity becomes unavailable."""
    await server.stop()
    assert words in await speech(hass, language=language)
    state = hass.states.get(AGENT)
    assert state
    assert state.state == "unavailable"


async def test_an_agent_whose_server_was_away_at_the_start_says_so_too(
    hass: HomeAssistant, server: HearkenServer, entry: MockConfigEntry
) -> None:
    """A pipeline without its agent would fail without a word."""
    await server.stop()
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done()
    known = async_get_agent(hass, AGENT)
    assert known
    assert known.supported_languages == "*"
    assert "can't reach" in await speech(hass)


async def test_the_entity_is_back_with_the_first_turn_that_works(
    hass: HomeAssistant, server: HearkenServer, agent: str
) -> None:
    """Nobody has to wait for the next poll."""
    server.home_script = error(503, "SHUTTING_DOWN")
    await hass.config_entries.async_entries("hearken")[0].runtime_data.async_refresh()
    gone = hass.states.get(AGENT)
    assert gone
    assert gone.state == "unavailable"
    server.home_script = None
    server.script(lines(outcome("Here I am.")))
    await conversation.async_converse(hass, "hello", None, Context(), "en", AGENT)
    await hass.async_block_till_done()
    back = hass.states.get(AGENT)
    assert back
    assert back.state != "unavailable"


async def test_a_refused_token_asks_for_a_new_one(
    hass: HomeAssistant, server: HearkenServer, agent: str
) -> None:
    """The person hears it, and the reauth flow waits."""
    server.token = "another"
    assert "sign in again" in await speech(hass)
    await hass.async_block_till_done()
    [flow] = hass.config_entries.flow.async_progress()
    assert flow["context"]["source"] == SOURCE_REAUTH


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        (429, "ACCESS_LIMITED", "sign in again"),
        (403, "HOST_REFUSED", "refuses the host name"),
        (404, "REQUEST_NOT_FOUND", "update both"),
        (400, "REQUEST_INVALID", "fewer words"),
        (503, "ENGINE_OVERLOADED", "Hearken is busy"),
        (503, "SHUTTING_DOWN", "was interrupted"),
        (500, "BUG", "was interrupted"),
    ],
)
async def test_each_refusal_says_what_helps(
    hass: HomeAssistant,
    server: HearkenServer,
    agent: str,
    status: int,
    code: str,
    words: str,
) -> None:
    """The server's own codes decide."""
    server.script(error(status, code))
    assert words in await speech(hass)


@pytest.mark.parametrize("page", ["<html>", '{"message": "not here"}'])
async def test_somebody_else_at_the_address_is_no_hearken(
    hass: HomeAssistant, server: HearkenServer, agent: str, page: str
) -> None:
    """A proxy's page, for example."""

    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.Response(status=502, text=page)

    server.script(answer)
    assert "update both" in await speech(hass)


async def test_a_server_that_takes_too_long_does_not_claim_anything(
    hass: HomeAssistant,
    server: HearkenServer,
    agent: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It may have been done."""
    monkeypatch.setattr(client, "_TURN_TIMEOUT", ClientTimeout(total=0.05))
    done = asyncio.Event()

    async def answer(_request: web.Request) -> web.StreamResponse:
        await done.wait()
        return web.Response()

    server.script(answer)
    assert "check whether it was done" in await speech(hass)
    done.set()


async def test_an_address_that_swallows_packets_is_given_up(
    hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No answer to the first packet counts as not there."""
    monkeypatch.setattr(client, "_QUESTION_TIMEOUT", ClientTimeout(connect=0.05))
    with socket.socket() as full, socket.socket() as first, socket.socket() as second:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        host, port = full.getsockname()
        for waiting in (first, second):
            waiting.settimeout(0)
            waiting.connect_ex((host, port))
        session = async_get_clientsession(hass)
        with pytest.raises(client.HearkenError) as failed:
            await client.HearkenClient(session, host, port, "token").server()
    assert failed.value.failure is client.Failure.CANNOT_CONNECT


async def test_a_connection_that_breaks_is_tried_once_more_with_the_same_turn(
    hass: HomeAssistant, server: HearkenServer, agent: str
) -> None:
    """The server acts once; what was heard already is not said again."""
    text = "It is on. And warm."
    server.script(
        lines(delta("It is on. "), then_breaks=True),
        lines(delta("It is on. "), delta("And warm."), outcome(text)),
    )
    result = await conversation.async_converse(
        hass, "turn on the lamp", None, Context(), "en", AGENT
    )
    assert result.response.speech["plain"]["speech"] == text
    first, second = server.turns
    assert first == second


async def test_a_connection_that_breaks_before_a_word_is_made_good(
    hass: HomeAssistant, server: HearkenServer, agent: str
) -> None:
    """A kept connection that the server closed meanwhile, for example."""
    server.script(
        lines(then_breaks=True), lines(delta("It is on."), outcome("It is on."))
    )
    result = await conversation.async_converse(
        hass, "turn on the lamp", None, Context(), "en", AGENT
    )
    assert result.response.speech["plain"]["speech"] == "It is on."


@pytest.mark.parametrize(
    "ends",
    [
        lines(delta("One moment."), {"type": "error", "error": {"code": "BUG"}}),
        lines(delta("One moment."), "this is no JSON"),
        lines(delta("One moment."), {"type": "outcome", "speech": "half"}),
        lines(delta("One moment."), outcome("x", changes=[{"entity_id": "light.a"}])),
    ],
)
async def test_a_turn_that_breaks_after_a_word_says_so_behind_it(
    hass: HomeAssistant, server: HearkenServer, agent: str, ends: Script
) -> None:
    """The first words may be spoken already; the chat shows all of it once."""
    server.script(ends)
    result = await conversation.async_converse(
        hass, "turn on the lamp", None, Context(), "en", AGENT
    )
    assert result.response.speech["plain"]["speech"] == (
        "One moment. Hearken was interrupted."
        " Please check whether it was done before you ask again."
    )
    # An error would be shown a second time, behind what was streamed.
    assert result.response.response_type is intent.IntentResponseType.QUERY_ANSWER


async def test_a_server_that_dies_in_the_middle_is_not_taken_for_one_that_was_away(
    hass: HomeAssistant, server: HearkenServer, entry: MockConfigEntry, agent: str
) -> None:
    """Nobody else may act, whatever the option says: it may have been done."""
    hass.config_entries.async_update_entry(entry, options={"fallback": True})

    async def die(request: web.Request) -> web.StreamResponse:
        response = await begin(request)
        for site in server._server.runner.sites if server._server.runner else ():
            await site.stop()
        if request.transport:
            request.transport.close()
        return response

    server.script(die)
    assert "was interrupted" in await speech(hass)


async def test_home_assistant_answers_when_it_is_told_to(
    hass: HomeAssistant, server: HearkenServer, entry: MockConfigEntry, agent: str
) -> None:
    """With its own agent, once."""
    hass.config_entries.async_update_entry(entry, options={"fallback": True})
    hass.states.async_set("light.lamp", "off", {"friendly_name": "Lamp"})
    calls: list[str] = []
    hass.services.async_register(
        "light", "turn_on", lambda call: calls.append(call.service)
    )
    await server.stop()
    result = await conversation.async_converse(
        hass, "turn on the lamp", None, Context(), "en", AGENT
    )
    assert calls == ["turn_on"]
    assert result.response.response_type is intent.IntentResponseType.ACTION_DONE
    assert "Hearken" not in result.response.speech["plain"]["speech"]


async def test_what_home_assistant_does_not_know_either_is_hearkens_failure(
    hass: HomeAssistant, server: HearkenServer, entry: MockConfigEntry, agent: str
) -> None:
    """That nobody understood it would be the wrong reason."""
    hass.config_entries.async_update_entry(entry, options={"fallback": True})
    await server.stop()
    assert "can't reach Hearken" in await speech(hass, "recite a poem about owls")
