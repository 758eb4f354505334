"""A turn's reply on its way into the chat log and into Home Assistant's result."""

from typing import Final

from homeassistant.components import conversation
from homeassistant.helpers import intent

from .client import Failure
from .messages import Change, Outcome, Proof

_PROVEN: Final = {Proof.PROVEN, Proof.STARTED, Proof.ALREADY}
# What was sent but not confirmed is neither proven nor failed.
_FAILED: Final = {Proof.FAILED, Proof.REFUSED}


class Reply:
    """What was said so far, and how the turn ended."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self.text = ""
        self.outcome: Outcome | None = None
        self.failure: Failure | None = None

    def say(self, text: str) -> conversation.AssistantContentDeltaDict:
        """Return the next piece of the one message this reply is."""
        delta = conversation.AssistantContentDeltaDict(content=text)
        if not self.text:
            delta["role"] = "assistant"
        self.text += text
        return delta


def response_of(outcome: Outcome) -> intent.IntentResponse:
    """Return the outcome in Home Assistant's terms: only what was proven succeeded.

    A question of ours is no error: the chat would show it twice, once in red.
    """
    response = intent.IntentResponse(outcome.language)
    proven = _targets(outcome, _PROVEN)
    failed = _targets(outcome, _FAILED)
    if not outcome.understood:
        code = intent.IntentResponseErrorCode.NO_INTENT_MATCH
        response.async_set_error(code, outcome.speech)
    elif outcome.changes and not proven and not outcome.continue_conversation:
        response = error_of(outcome.speech, outcome.language)
    else:
        response.async_set_speech(outcome.speech)
        response.async_set_results(proven, failed)
        if not proven:
            response.response_type = intent.IntentResponseType.QUERY_ANSWER
    return response


def error_of(speech: str, language: str) -> intent.IntentResponse:
    """Return an answer that says what went wrong."""
    response = intent.IntentResponse(language)
    code = intent.IntentResponseErrorCode.FAILED_TO_HANDLE
    response.async_set_error(code, speech)
    return response


def _targets(outcome: Outcome, proofs: set[Proof]) -> list[intent.IntentResponseTarget]:
    return [_target(change) for change in outcome.changes if change.proof in proofs]


def _target(change: Change) -> intent.IntentResponseTarget:
    return intent.IntentResponseTarget(
        name=change.name,
        type=intent.IntentResponseTargetType.ENTITY,
        id=change.entity_id,
    )
