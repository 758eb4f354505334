"""Speaking on satellites, through the actions that every one of them supports."""

import logging

from homeassistant.components.assist_satellite import (
    DOMAIN as SATELLITE,
    AssistSatelliteEntityFeature,
    SatelliteBusyError,
)
from homeassistant.components.assist_satellite.entity import AssistSatelliteState
from homeassistant.const import (
    ATTR_ENTITY_ID,
    ATTR_SUPPORTED_FEATURES,
    STATE_UNAVAILABLE,
)
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError

from .commands import CommandError, Reason, Say, Speech

_LOGGER = logging.getLogger(__name__)

_IN_USE = (
    AssistSatelliteState.LISTENING,
    AssistSatelliteState.PROCESSING,
    AssistSatelliteState.RESPONDING,
)


async def async_say(hass: HomeAssistant, say: Say) -> str | None:
    """Return once it was said; the answer's text when it was a question.

    Raises CommandError.
    """
    _check(hass, say)
    try:
        answer = await _async_act(hass, say)
    except SatelliteBusyError as err:
        raise CommandError(Reason.BUSY) from err
    except ServiceValidationError as err:
        raise CommandError(Reason.UNSUPPORTED) from err
    except HomeAssistantError as err:
        if err.translation_key == "no_answer":
            raise CommandError(Reason.NO_ANSWER) from err
        _LOGGER.debug("%s failed: %s", say.speech, err)
        raise CommandError(Reason.FAILED) from err
    except OSError as err:
        # The satellite's connection broke, or there is none.
        raise CommandError(Reason.UNAVAILABLE) from err
    return answer


@callback
def _check(hass: HomeAssistant, say: Say) -> None:
    """Raise before anything is done: an action would end the turn that runs there."""
    state = hass.states.get(say.satellite_id)
    if state is None or state.domain != SATELLITE:
        raise CommandError(Reason.UNKNOWN_SATELLITE)
    if state.state == STATE_UNAVAILABLE:
        raise CommandError(Reason.UNAVAILABLE)
    needed = (
        AssistSatelliteEntityFeature.ANNOUNCE
        if say.speech is Speech.ANNOUNCE
        else AssistSatelliteEntityFeature.START_CONVERSATION
    )
    if not state.attributes.get(ATTR_SUPPORTED_FEATURES, 0) & needed:
        raise CommandError(Reason.UNSUPPORTED)
    if state.state in _IN_USE:
        raise CommandError(Reason.BUSY)


async def _async_act(hass: HomeAssistant, say: Say) -> str | None:
    match say.speech:
        case Speech.ANNOUNCE:
            action, fields = "announce", {"message": say.text}
        case Speech.START_CONVERSATION:
            action, fields = "start_conversation", {"start_message": say.text}
            if say.extra_prompt is not None:
                fields["extra_system_prompt"] = say.extra_prompt
        case Speech.ASK:
            action, fields = "ask_question", {"question": say.text}
    is_question = say.speech is Speech.ASK
    response = await hass.services.async_call(
        SATELLITE,
        action,
        {ATTR_ENTITY_ID: say.satellite_id, **fields},
        blocking=True,
        return_response=is_question,
    )
    return str(response["sentence"]) if is_question and response else None
