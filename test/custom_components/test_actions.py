"""The actions with a response."""

from typing import Any

import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, MockUser
from support.hearken_server import HearkenServer, change, error, lines, outcome

from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError


async def act(
    hass: HomeAssistant,
    action: str,
    data: dict[str, Any] | None = None,
    context: Context | None = None,
) -> Any:
    """Run an action and return its response."""
    return await hass.services.async_call(
        "hearken",
        action,
        data or {},
        blocking=True,
        return_response=True,
        context=context,
    )


@pytest.mark.usefixtures("agent")
async def test_asking_runs_a_turn_and_returns_what_came_of_it(
    hass: HomeAssistant, server: HearkenServer
) -> None:
    """With what was proven."""
    lamp = change("light.lamp", "Lamp", "proven")
    server.script(lines(outcome("It is on.", changes=[lamp])))
    response = await act(hass, "ask", {"text": "turn on the lamp"})
    conversation_id = response.pop("conversation_id")
    assert response == {
        "speech": "It is on.",
        "language": "en",
        "understood": True,
        "continue_conversation": False,
        "changes": [{"entity_id": "light.lamp", "name": "Lamp", "proof": "proven"}],
    }
    [turn] = server.turns
    assert turn["conversation_id"] == conversation_id
    assert "user" not in turn


@pytest.mark.usefixtures("agent")
async def test_a_question_is_answered_in_the_same_conversation(
    hass: HomeAssistant, server: HearkenServer, hass_admin_user: MockUser
) -> None:
    """As the user who called."""
    server.script(lines(outcome("Done.")))
    data = {"text": "ja", "language": "de", "conversation_id": "earlier"}
    await act(hass, "ask", data, Context(user_id=hass_admin_user.id))
    [turn] = server.turns
    assert turn["conversation_id"] == "earlier"
    assert turn["language"] == "de"
    assert turn["user"]["id"] == hass_admin_user.id


@pytest.mark.usefixtures("agent")
async def test_a_turn_without_an_outcome_is_an_error_in_words(
    hass: HomeAssistant, server: HearkenServer
) -> None:
    """Translated, by the same key as everywhere."""
    server.script(error(503, "ENGINE_OVERLOADED"))
    with pytest.raises(HomeAssistantError) as failed:
        await act(hass, "ask", {"text": "turn on the lamp"})
    assert failed.value.translation_key == "busy"


@pytest.mark.usefixtures("agent")
async def test_the_last_turn_is_explained_as_the_server_tells_it(
    hass: HomeAssistant, server: HearkenServer
) -> None:
    """Newest first."""
    newest = {"id": "b", "stages": [{"stage": "stt", "error_code": "ENGINE_CRASHED"}]}
    server.ended = [newest, {"id": "a", "stages": []}]
    assert await act(hass, "explain_last_turn") == {"turn": newest}
    server.ended = []
    assert await act(hass, "explain_last_turn") == {"turn": None}


@pytest.mark.usefixtures("agent")
async def test_an_explanation_that_does_not_come_is_an_error_in_words(
    hass: HomeAssistant, server: HearkenServer
) -> None:
    """Also for an answer that is no list of turns."""
    for script in (error(404, "REQUEST_NOT_FOUND"), lines('{"turns": 1}')):
        server.turns_script = script
        with pytest.raises(HomeAssistantError) as failed:
            await act(hass, "explain_last_turn")
        assert failed.value.translation_key == "incompatible"


async def test_an_action_says_when_there_is_no_server(
    hass: HomeAssistant, server: HearkenServer, entry: MockConfigEntry, agent: str
) -> None:
    """None of that id, or none loaded."""
    with pytest.raises(ServiceValidationError) as failed:
        await act(hass, "ask", {"text": "hello", "config_entry_id": "other"})
    assert failed.value.translation_key == "no_server"
    assert await hass.config_entries.async_unload(entry.entry_id)
    with pytest.raises(ServiceValidationError):
        await act(hass, "explain_last_turn")


async def test_an_action_asks_which_of_several_servers(
    hass: HomeAssistant, server: HearkenServer, entry: MockConfigEntry, agent: str
) -> None:
    """And takes the named one."""
    other = MockConfigEntry(
        domain="hearken", title="Other", unique_id="other", data=dict(entry.data)
    )
    other.add_to_hass(hass)
    assert await hass.config_entries.async_setup(other.entry_id)
    with pytest.raises(ServiceValidationError) as failed:
        await act(hass, "explain_last_turn")
    assert failed.value.translation_key == "which_server"
    named = {"config_entry_id": entry.entry_id}
    assert await act(hass, "explain_last_turn", named) == {"turn": None}
