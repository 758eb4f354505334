"""The conversation agent: one request to the server per turn."""

from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from typing import Literal, override

from homeassistant.components import conversation
from homeassistant.const import MATCH_ALL
from homeassistant.core import HomeAssistant
from homeassistant.helpers.device_registry import DeviceEntryType, DeviceInfo
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.helpers.intent import IntentResponseErrorCode
from homeassistant.helpers.update_coordinator import CoordinatorEntity

from .client import Failure, HearkenError
from .const import CONF_FALLBACK, DOMAIN
from .coordinator import HearkenConfigEntry, HearkenCoordinator
from .messages import Outcome, Turn
from .reply import Reply, error_of, response_of
from .spoken import async_spoken
from .turn import async_describe_turn

PARALLEL_UPDATES = 0


async def async_setup_entry(
    hass: HomeAssistant,
    entry: HearkenConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the server's agent."""
    async_add_entities([HearkenAgent(entry.runtime_data)])


class HearkenAgent(
    CoordinatorEntity[HearkenCoordinator], conversation.ConversationEntity
):
    """Sends what was said to the server and says what it answers."""

    _attr_has_entity_name = True
    _attr_name = None
    _attr_translation_key = "agent"
    _attr_supports_streaming = True
    _attr_supported_features = conversation.ConversationEntityFeature.CONTROL

    def __init__(self, coordinator: HearkenCoordinator) -> None:
        """Belong to the server, not to the address it has today."""
        super().__init__(coordinator)
        entry = coordinator.config_entry
        self._attr_unique_id = f"{entry.unique_id}-agent"
        self._attr_device_info = DeviceInfo(
            identifiers={(DOMAIN, str(entry.unique_id))},
            entry_type=DeviceEntryType.SERVICE,
            manufacturer="Hearken",
            name=entry.title,
            sw_version=coordinator.data.version if coordinator.data else None,
        )

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
        async for _ in chat_log.async_add_delta_content_stream(
            user_input.agent_id, self._async_say(turn, reply)
        ):
            pass
        if outcome := reply.outcome:
            self.coordinator.async_note_answer()
            return conversation.ConversationResult(
                response=response_of(outcome),
                conversation_id=chat_log.conversation_id,
                continue_conversation=outcome.continue_conversation,
            )
        if reply.failure and not reply.text:
            return await self._async_fall_back(user_input, chat_log, reply.failure)
        return conversation.ConversationResult(
            response=error_of(reply.text, user_input.language),
            conversation_id=chat_log.conversation_id,
        )

    async def _async_say(
        self, turn: Turn, reply: Reply
    ) -> AsyncGenerator[conversation.AssistantContentDeltaDict]:
        """Yield the reply as it is made; nothing when another agent is to answer."""
        try:
            async with aclosing(self.coordinator.client.converse(turn)) as events:
                async for event in events:
                    if not isinstance(event, Outcome):
                        yield reply.say(event.text)
                        continue
                    reply.outcome = event
                    if not reply.text:
                        yield reply.say(event.speech)
        except HearkenError as err:
            reply.failure = err.failure
            self.coordinator.async_note_failure(err.failure)
            if self._may_fall_back(err.failure):
                return
            sentence = await async_spoken(self.hass, err.failure, turn.language)
            yield reply.say(f" {sentence}" if reply.text else sentence)

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
        chat_log.async_add_assistant_content_without_tools(
            conversation.AssistantContent(user_input.agent_id, content=sentence)
        )
        return conversation.ConversationResult(
            response=error_of(sentence, user_input.language),
            conversation_id=chat_log.conversation_id,
        )
