"""A turn from Home Assistant to the server and back."""

import asyncio
from typing import Any

from aiohttp import web
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from support.hearken_server import (
    HearkenServer,
    begin,
    change,
    delta,
    lines,
    outcome,
    write,
)

from homeassistant.components import conversation
from homeassistant.components.conversation.agent_manager import async_get_agent
from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers import chat_session

AGENT = "conversation.hearken"


async def converse(hass: HomeAssistant, text: str, **fields: Any) -> dict[str, Any]:
    """Say something to the agent as a script would."""
    result = await conversation.async_converse(
        hass, text, None, fields.pop("context", Context()), "en", AGENT, **fields
    )
    return result.as_dict()


async def test_a_turn_carries_the_sentence_and_brings_the_reply(
    hass: HomeAssistant, server: HearkenServer, agent: str
) -> None:
    """One request, and the proven target is Home Assistant's success."""
    lamp = change("light.lamp", "Lamp", "proven")
    server.script(lines(outcome("The lamp is on.", changes=[lamp])))
    result = await converse(hass, "turn on the lamp", extra_system_prompt="be brief")
    response = result["response"]
    assert response["speech"]["plain"]["speech"] == "The lamp is on."
    assert response["response_type"] == "action_done"
    assert response["data"]["success"] == [
        {"name": "Lamp", "type": "entity", "id": "light.lamp"}
    ]
    assert response["data"]["failed"] == []
    assert result["continue_conversation"] is False
    [turn] = server.turns
    assert turn.pop("turn_id")
    assert turn == {
        "text": "turn on the lamp",
        "language": "en",
        "conversation_id": result["conversation_id"],
        "extra_prompt": "be brief",
        "device_supports_timers": False,
    }


async def test_every_turn_has_an_id_of_its_own(
    hass: HomeAssistant, server: HearkenServer, agent: str
) -> None:
    """One context may hold several turns, and a known id would act no more."""
    server.script(lines(outcome("One.")), lines(outcome("Two.")))
    context = Context()
    await converse(hass, "one", context=context)
    await converse(hass, "two", context=context)
    first, second = server.turns
    assert first["turn_id"] != second["turn_id"]


async def test_an_answer_without_changes_is_a_query(
    hass: HomeAssistant, server: HearkenServer, agent: str
) -> None:
    """A question changes nothing."""
    server.script(lines(outcome("It is half past nine.")))
    result = await converse(hass, "what time is it")
    assert result["response"]["response_type"] == "query_answer"


async def test_the_agent_keeps_the_microphone_open(
    hass: HomeAssistant, server: HearkenServer, agent: str
) -> None:
    """The agent decides, not the question mark."""
    asks = outcome("Say yes to unlock the front door.", continue_conversation=True)
    server.script(lines(asks), lines(outcome("Really?")))
    assert (await converse(hass, "unlock"))["continue_conversation"] is True
    assert (await converse(hass, "so"))["continue_conversation"] is False


async def test_a_mixed_outcome_names_both_sides(
    hass: HomeAssistant, server: HearkenServer, agent: str
) -> None:
    """What was sent but not confirmed is neither a success nor a failure."""
    proofs = ("proven", "started", "already", "sent", "failed", "refused")
    changes = [change(f"light.{proof}", proof, proof) for proof in proofs]
    server.script(lines(outcome("Some of them.", changes=changes)))
    data = (await converse(hass, "lights on"))["response"]["data"]
    names = {side: [target["name"] for target in data[side]] for side in data}
    assert names == {
        "success": ["proven", "started", "already"],
        "failed": ["failed", "refused"],
    }


@pytest.mark.parametrize("proof", ["failed", "refused", "sent"])
async def test_a_turn_in_which_nothing_was_proven_is_an_error(
    hass: HomeAssistant, server: HearkenServer, agent: str, proof: str
) -> None:
    """No success is claimed."""
    dead = change("light.dead", "Dead lamp", proof)
    server.script(lines(outcome("The dead lamp does not answer.", changes=[dead])))
    response = (await converse(hass, "turn on the dead lamp"))["response"]
    assert response["response_type"] == "error"
    assert response["data"]["code"] == "failed_to_handle"
    assert response["speech"]["plain"]["speech"] == "The dead lamp does not answer."


@pytest.mark.parametrize("is_whole", [True, False])
async def test_an_error_is_shown_once(
    hass: HomeAssistant, server: HearkenServer, agent: str, *, is_whole: bool
) -> None:
    """As an error when all of it is there, as an answer behind what was streamed."""
    text = "It does not answer. Sorry."
    pieces = [delta(text)] if is_whole else [delta(text[:20]), delta(text[20:])]
    dead = change("light.dead", "Dead lamp", "failed")
    server.script(lines(*pieces, outcome(text, changes=[dead])))
    heard: list[dict[str, Any]] = []
    user_input = conversation.ConversationInput(
        text="turn it on",
        context=Context(),
        conversation_id=None,
        device_id=None,
        satellite_id=None,
        language="en",
        agent_id=AGENT,
    )
    with (
        chat_session.async_get_chat_session(hass, None) as session,
        conversation.async_get_chat_log(
            hass,
            session,
            user_input,
            chat_log_delta_listener=lambda _log, item: heard.append(item),
        ) as chat_log,
    ):
        result = await conversation.async_converse(
            hass, "turn it on", session.conversation_id, Context(), "en", AGENT
        )
        content = chat_log.content[-1]
    response = result.response.as_dict()
    assert (response["response_type"] == "error") is is_whole
    # The chat shows what was streamed, and an error behind it.
    assert bool(heard) is not is_whole
    assert isinstance(content, conversation.AssistantContent)
    assert content.content == response["speech"]["plain"]["speech"] == text


async def test_a_question_of_ours_is_no_error(
    hass: HomeAssistant, server: HearkenServer, agent: str
) -> None:
    """The chat would show it twice, once in red."""
    door = change("lock.front_door", "Front door", "refused")
    asks = outcome(
        "Shall I unlock the front door?", changes=[door], continue_conversation=True
    )
    server.script(lines(asks))
    response = (await converse(hass, "unlock the front door"))["response"]
    assert response["response_type"] == "query_answer"
    assert response["data"]["success"] == []


async def test_a_sentence_nobody_understood_is_no_match(
    hass: HomeAssistant, server: HearkenServer, agent: str
) -> None:
    """Home Assistant's own code for it."""
    server.script(lines(outcome("I did not understand that.", understood=False)))
    response = (await converse(hass, "blargh"))["response"]
    assert response["data"]["code"] == "no_intent_match"


async def test_deltas_reach_the_chat_log_as_they_come(
    hass: HomeAssistant, server: HearkenServer, agent: str
) -> None:
    """The server says its second piece only once the first one has arrived."""
    arrived = asyncio.Event()
    heard: list[dict[str, Any]] = []

    async def answer(request: web.Request) -> web.StreamResponse:
        response = await begin(request)
        await write(response, delta("One. "))
        await asyncio.wait_for(arrived.wait(), 5)
        await write(response, {"type": "tool", "name": "clock", "status": "started"})
        await write(response, {"type": "news of a later version"})
        await write(response, delta("Two."))
        await write(response, outcome("One. Two."))
        return response

    def listen(_log: conversation.ChatLog, item: dict[str, Any]) -> None:
        heard.append(item)
        arrived.set()

    server.script(answer)
    user_input = conversation.ConversationInput(
        text="count",
        context=Context(),
        conversation_id=None,
        device_id=None,
        satellite_id=None,
        language="en",
        agent_id=AGENT,
    )
    with (
        chat_session.async_get_chat_session(hass, None) as session,
        conversation.async_get_chat_log(
            hass, session, user_input, chat_log_delta_listener=listen
        ) as chat_log,
    ):
        result = await conversation.async_converse(
            hass, "count", session.conversation_id, Context(), "en", AGENT
        )
        content = chat_log.content[-1]
    assert heard == [{"role": "assistant", "content": "One. "}, {"content": "Two."}]
    assert isinstance(content, conversation.AssistantContent)
    assert content.content == "One. Two."
    assert result.response.speech["plain"]["speech"] == "One. Two."


async def test_hanging_up_ends_the_request(
    hass: HomeAssistant, server: HearkenServer, agent: str
) -> None:
    """The server has to know before its next action."""
    asked, gone = asyncio.Event(), asyncio.Event()

    async def answer(request: web.Request) -> web.StreamResponse:
        response = await begin(request)
        asked.set()
        try:
            while True:
                await write(response, delta("and "))
                await asyncio.sleep(0.01)
        finally:
            gone.set()

    server.script(answer)
    task = asyncio.create_task(converse(hass, "talk"))
    await asyncio.wait_for(asked.wait(), 5)
    task.cancel()
    await asyncio.wait_for(gone.wait(), 5)
    assert task.cancelled() or task.cancelling()


async def test_languages_are_the_servers(
    hass: HomeAssistant, server: HearkenServer, agent: str
) -> None:
    """Exactly those that work."""
    known = async_get_agent(hass, AGENT)
    assert known
    assert known.supported_languages == ["en", "de", "fr", "es", "nl"]


async def test_preparing_never_fails(
    hass: HomeAssistant, server: HearkenServer, agent: str
) -> None:
    """Preparing is a favour to the turn that follows."""
    known = async_get_agent(hass, AGENT)
    assert known
    await known.async_prepare("en")
    await server.stop()
    await known.async_prepare("en")


async def test_the_entry_unloads(
    hass: HomeAssistant, entry: MockConfigEntry, agent: str
) -> None:
    """Nothing stays behind."""
    assert await hass.config_entries.async_unload(entry.entry_id)
    state = hass.states.get(AGENT)
    assert state
    assert state.state == "unavailable"
