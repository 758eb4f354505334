"""The conversation agent: one request to the server per turn."""

from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from time import monotonic
from typing import Literal, override

from homeassistant.components import conversation
from homeassistant.const import MATCH_ALL
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.helpers.intent import IntentResponseErrorCode, IntentResponseType

from .client import Failure, HearkenError
from .const import CONF_FALLBACK
from .coordinator import HearkenConfigEntry, HearkenCoordinator
from .ended_turn import EndedTurn
from .entity import HearkenEntity
from .messages import Outcome, Turn
from .reply import Reply, answer_of, error_of, response_of, said
from .spoken import async_spoken
from .together import outcome_first
from .turn import async_describe_turn

PARALLEL_UPDATES = 0


async def async_setup_entry(
    hass: HomeAssistant,
    entry: HearkenConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the server's agent."""
    async_add_entities([HearkenAgent(entry.runtime_data)])


class HearkenAgent(HearkenEntity, conversation.ConversationEntity):
    """Sends what was said to the server and says what it answers."""

    _attr_name = None
    _attr_supports_streaming = True
    _attr_supported_features = conversation.ConversationEntityFeature.CONTROL

    def __init__(self, coordinator: HearkenCoordinator) -> None:
        """Be the server's main entity."""
        super().__init__(coordinator, "agent")

    @property
    @override
    def supported_languages(self) -> list[str] | Literal["*"]:
        """Languages the server answers in; any, as long as it did not say."""
        server = self.coordinator.data
        return list(server.languages) if server else MATCH_ALL

    @override
    async def async_prepare(self, language: str | None = None) -> None:
        """Find the server's address while the person speaks."""
        with suppress(HearkenError):
            await self.coordinator.client.server()

    @override
    async def _async_handle_message(
        self,
        user_input: conversation.ConversationInput,
        chat_log: conversation.ChatLog,
    ) -> conversation.ConversationResult:
        """Run one turn."""
        turn = await async_describe_turn(
            self.hass, user_input, chat_log.conversation_id
        )
        reply = Reply()
        began = monotonic()
        async for _ in chat_log.async_add_delta_content_stream(
            user_input.agent_id, self._async_say(turn, reply)
        ):
            pass
        outcome = reply.outcome
        self.coordinator.async_turn_ended(
            EndedTurn(
                duration_seconds=monotonic() - began,
                text=turn.text,
                speech=outcome.speech if outcome else reply.text,
                outcome=outcome,
                failure=reply.failure,
            )
        )
        if outcome:
            response = response_of(outcome)
            speech = outcome.speech
        elif reply.text:
            response = said(reply.text, user_input.language)
            speech = reply.text
        elif reply.failure and self._may_fall_back(reply.failure):
            return await self._async_fall_back(user_input, chat_log, reply.failure)
        else:
            failure = reply.failure or Failure.INTERRUPTED
            speech = await async_spoken(self.hass, failure, user_input.language)
            response = error_of(speech, user_input.language)
        if not reply.text:
            self._async_add(user_input, chat_log, speech)
        elif outcome and response.response_type is IntentResponseType.ERROR:
            # The chat would show it a second time, in red.
            response = answer_of(outcome)
        return conversation.ConversationResult(
            response=response,
            conversation_id=chat_log.conversation_id,
            continue_conversation=outcome is not None and outcome.continue_conversation,
        )

    def _async_add(
        self,
        user_input: conversation.ConversationInput,
        chat_log: conversation.ChatLog,
        speech: str,
    ) -> None:
        """Add a reply that was not streamed."""
        chat_log.async_add_assistant_content_without_tools(
            conversation.AssistantContent(user_input.agent_id, content=speech)
        )

    async def _async_say(
        self, turn: Turn, reply: Reply
    ) -> AsyncGenerator[conversation.AssistantContentDeltaDict]:
        """Yield the reply as it is made; nothing when another agent is to answer."""
        try:
            async with (
                aclosing(self.coordinator.client.converse(turn)) as sent,
                aclosing(outcome_first(sent)) as events,
            ):
                async for event in events:
                    if not isinstance(event, Outcome):
                        yield reply.say(event.text)
                        continue
                    reply.outcome = event
                    if not reply.text and not _is_error(event):
                        yield reply.say(event.speech)
        except HearkenError as err:
            reply.failure = err.failure
            # Behind words that may be spoken already; what nobody has heard yet is
            # said by the response alone.
            if reply.text:
                sentence = await async_spoken(self.hass, err.failure, turn.language)
                yield reply.say(f" {sentence}")

    def _may_fall_back(self, failure: Failure) -> bool:
        options = self.coordinator.config_entry.options
        return failure.is_before_work and bool(options.get(CONF_FALLBACK))

    async def _async_fall_back(
        self,
        user_input: conversation.ConversationInput,
        chat_log: conversation.ChatLog,
        failure: Failure,
    ) -> conversation.ConversationResult:
        """Let Home Assistant answer; what it does not know is our failure again."""
        result = await conversation.async_converse(
            self.hass,
            user_input.text,
            chat_log.conversation_id,
            user_input.context,
            user_input.language,
            conversation.HOME_ASSISTANT_AGENT,
            user_input.device_id,
            user_input.satellite_id,
            user_input.extra_system_prompt,
        )
        if result.response.error_code is not IntentResponseErrorCode.NO_INTENT_MATCH:
            return result
        sentence = await async_spoken(self.hass, failure, user_input.language)
        self._async_add(user_input, chat_log, sentence)
        return conversation.ConversationResult(
            response=error_of(sentence, user_input.language),
            conversation_id=chat_log.conversation_id,
        )


def _is_error(outcome: Outcome) -> bool:
    return response_of(outcome).response_type is IntentResponseType.ERROR
