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
    if not outcome.understood:
        response = intent.IntentResponse(outcome.language)
        code = intent.IntentResponseErrorCode.NO_INTENT_MATCH
        response.async_set_error(code, outcome.speech)
        return response
    proven = _targets(outcome, _PROVEN)
    if outcome.changes and not proven and not outcome.continue_conversation:
        return error_of(outcome.speech, outcome.language)
    return answer_of(outcome)


def answer_of(outcome: Outcome) -> intent.IntentResponse:
    """Return what was said, with what succeeded and what failed."""
    response = said(outcome.speech, outcome.language)
    proven = _targets(outcome, _PROVEN)
    response.async_set_results(proven, _targets(outcome, _FAILED))
    if proven:
        response.response_type = intent.IntentResponseType.ACTION_DONE
    return response


def said(speech: str, language: str) -> intent.IntentResponse:
    """Return words that claim no change."""
    response = intent.IntentResponse(language)
    response.async_set_speech(speech)
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
