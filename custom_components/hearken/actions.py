"""Actions with a response: ask something, and let the last turn be explained."""

from contextlib import aclosing
from typing import Any, Final

import voluptuous as vol

from homeassistant.const import ATTR_CONFIG_ENTRY_ID
from homeassistant.core import (
    HomeAssistant,
    ServiceCall,
    ServiceResponse,
    SupportsResponse,
    callback,
)
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.helpers import config_validation as cv
from homeassistant.util.ulid import ulid_now

from .client import HearkenError
from .const import DOMAIN
from .coordinator import HearkenConfigEntry
from .messages import Outcome, Turn
from .turn import async_user

ACTION_ASK: Final = "ask"
ACTION_EXPLAIN: Final = "explain_last_turn"

_TEXT: Final = "text"
_LANGUAGE: Final = "language"
_CONVERSATION: Final = "conversation_id"

_SERVER_FIELD: Final = {vol.Optional(ATTR_CONFIG_ENTRY_ID): cv.string}
_ASK_SCHEMA: Final = vol.Schema(
    {
        vol.Required(_TEXT): cv.string,
        vol.Optional(_LANGUAGE): cv.language,
        vol.Optional(_CONVERSATION): cv.string,
        **_SERVER_FIELD,
    }
)
_EXPLAIN_SCHEMA: Final = vol.Schema(_SERVER_FIELD)


@callback
def async_setup_actions(hass: HomeAssistant) -> None:
    """Register the actions, also while no server is loaded: they say so then."""
    hass.services.async_register(
        DOMAIN, ACTION_ASK, _async_ask, _ASK_SCHEMA, SupportsResponse.OPTIONAL
    )
    hass.services.async_register(
        DOMAIN,
        ACTION_EXPLAIN,
        _async_explain,
        _EXPLAIN_SCHEMA,
        SupportsResponse.ONLY,
    )


async def _async_ask(call: ServiceCall) -> ServiceResponse:
    """Run one turn as whoever called; act as any turn does."""
    entry = _async_entry(call)
    turn = Turn(
        text=call.data[_TEXT],
        language=call.data.get(_LANGUAGE, call.hass.config.language),
        conversation_id=call.data.get(_CONVERSATION, ulid_now()),
        turn_id=ulid_now(),
        user=await async_user(call.hass, call.context.user_id),
        device_id=None,
        satellite_id=None,
        area_id=None,
        floor_id=None,
        extra_prompt=None,
        device_supports_timers=False,
    )
    outcome: Outcome | None = None
    try:
        async with aclosing(entry.runtime_data.client.converse(turn)) as events:
            async for event in events:
                if isinstance(event, Outcome):
                    outcome = event
    except HearkenError as err:
        raise _translated(err) from err
    if outcome is None:
        return None
    return {
        "speech": outcome.speech,
        "language": outcome.language,
        "understood": outcome.understood,
        "continue_conversation": outcome.continue_conversation,
        "conversation_id": turn.conversation_id,
        "changes": [
            {
                "entity_id": change.entity_id,
                "name": change.name,
                "proof": change.proof.value,
            }
            for change in outcome.changes
        ],
    }


async def _async_explain(call: ServiceCall) -> ServiceResponse:
    """Return the newest turn stage by stage, as the server tells it."""
    entry = _async_entry(call)
    try:
        turn: dict[str, Any] | None = await entry.runtime_data.client.last_turn()
    except HearkenError as err:
        raise _translated(err) from err
    return {"turn": turn}


def _async_entry(call: ServiceCall) -> HearkenConfigEntry:
    """Return the named server, or the only one; raise for none and for many."""
    loaded: list[HearkenConfigEntry] = call.hass.config_entries.async_loaded_entries(
        DOMAIN
    )
    wanted = call.data.get(ATTR_CONFIG_ENTRY_ID)
    found = [entry for entry in loaded if wanted in (None, entry.entry_id)]
    if not found:
        raise ServiceValidationError(
            translation_domain=DOMAIN, translation_key="no_server"
        )
    if len(found) > 1:
        raise ServiceValidationError(
            translation_domain=DOMAIN, translation_key="which_server"
        )
    return found[0]


def _translated(err: HearkenError) -> HomeAssistantError:
    return HomeAssistantError(
        translation_domain=DOMAIN, translation_key=err.failure.value
    )
