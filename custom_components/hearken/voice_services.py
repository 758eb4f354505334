"""The same server's ears and voice: a Wyoming entry beside ours."""

import asyncio
from typing import Final

from homeassistant.components import stt
from homeassistant.components.assist_pipeline import async_get_pipelines
from homeassistant.components.conversation.agent_manager import async_get_agent
from homeassistant.config_entries import SOURCE_USER, ConfigEntry, ConfigEntryState
from homeassistant.const import CONF_HOST, CONF_PORT, Platform
from homeassistant.core import HomeAssistant, callback
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers import entity_registry as er

from .const import CONF_WYOMING_PORT
from .coordinator import HearkenConfigEntry
from .messages import SpeechToText
from .pipeline import async_entity_id

WYOMING: Final = "wyoming"

# Whether core leaves the end of a sentence to a server that finds it: since 2026.9.
OBEYS_ENDPOINTING: Final = hasattr(stt.SpeechToTextEntity, "audio_processing")


async def async_ensure_voice_services(
    hass: HomeAssistant, host: str, port: int, instance: str | None
) -> ConfigEntry | None:
    """Return the Wyoming entry of a server, added when there is none.

    A discovery that waits for a click is confirmed instead of made twice; it is known
    by the instance: its name in the network, or the slug of its app. None when Wyoming
    does not answer there.
    """
    if entry := await async_find_voice_services(hass, host, port):
        return entry
    flows = hass.config_entries.flow
    for pending in flows.async_progress_by_handler(WYOMING):
        context = pending["context"]
        name = str(context.get("unique_id"))
        app = str(context.get("configuration_url"))
        if name.startswith(f"{instance}._wyoming.") or app.endswith(
            f"/{instance}/info"
        ):
            result = await flows.async_configure(pending["flow_id"], {})
            if result["type"] is FlowResultType.CREATE_ENTRY:
                return result["result"]
    result = await flows.async_init(
        WYOMING,
        context={"source": SOURCE_USER},
        data={CONF_HOST: host, CONF_PORT: port},
    )
    if result["type"] is FlowResultType.CREATE_ENTRY:
        return result["result"]
    if result["type"] is FlowResultType.FORM:
        flows.async_abort(result["flow_id"])
    return None


async def async_find_voice_services(
    hass: HomeAssistant, host: str, port: int
) -> ConfigEntry | None:
    """Return the Wyoming entry at this address, by whatever name it was added."""
    addresses = await _async_addresses(host, port)
    for entry in hass.config_entries.async_entries(WYOMING, include_ignore=False):
        if entry.data.get(CONF_PORT) == port and addresses & await _async_addresses(
            entry.data[CONF_HOST], port
        ):
            return entry
    return None


@callback
def async_move_voice_services(
    hass: HomeAssistant, old: tuple[str, int], new: tuple[str, int]
) -> None:
    """Let the Wyoming entry follow its server: its own discovery does not."""
    host, port = new
    for entry in hass.config_entries.async_entries(WYOMING):
        if (entry.data.get(CONF_HOST), entry.data.get(CONF_PORT)) == old:
            data = {**entry.data, CONF_HOST: host, CONF_PORT: port}
            hass.config_entries.async_update_entry(entry, data=data)
            hass.config_entries.async_schedule_reload(entry.entry_id)


@callback
def async_is_used(hass: HomeAssistant, voice: ConfigEntry) -> bool:
    """Whether any pipeline hears, speaks or listens through the entry."""
    own = {
        entity.entity_id
        for entity in er.async_entries_for_config_entry(
            er.async_get(hass), voice.entry_id
        )
    }
    return any(
        own
        & {
            pipeline.stt_engine,
            pipeline.tts_engine,
            pipeline.wake_word_entity,
            pipeline.conversation_engine,
        }
        for pipeline in async_get_pipelines(hass)
    )


@callback
def async_keep_voice_services_fresh(
    hass: HomeAssistant, entry: HearkenConfigEntry
) -> None:
    """Load the Wyoming entry again when its server announces something else.

    Core reads what the services say of themselves once, when it loads the entry. A
    server that took another port takes its entry along.
    """
    coordinator = entry.runtime_data
    # What core did not take over when it was loaded again would be tried for ever.
    tried: tuple[SpeechToText | None, tuple[str, ...]] | None = None

    async def compare() -> None:
        server = coordinator.data
        if server is None:
            return
        host = entry.data[CONF_HOST]
        voice = await async_find_voice_services(hass, host, server.wyoming_port)
        if voice is None or voice.state is not ConfigEntryState.LOADED:
            return
        has_new_ears = server.stt and server.stt != _async_ears(hass, voice, server.stt)
        offer = (server.stt, server.languages)
        nonlocal tried
        if offer != tried and (
            has_new_ears or _async_is_other_agent(hass, voice, server.languages)
        ):
            tried = offer
            hass.config_entries.async_schedule_reload(voice.entry_id)

    @callback
    def follow(port: int) -> None:
        known = entry.data.get(CONF_WYOMING_PORT)
        if known == port:
            return
        host = entry.data[CONF_HOST]
        if known is not None:
            async_move_voice_services(hass, (host, known), (host, port))
        data = {**entry.data, CONF_WYOMING_PORT: port}
        hass.config_entries.async_update_entry(entry, data=data)

    @callback
    def changed() -> None:
        if coordinator.last_update_success and coordinator.data:
            follow(coordinator.data.wyoming_port)
            entry.async_create_background_task(hass, compare(), "hearken voice")

    entry.async_on_unload(coordinator.async_add_listener(changed))
    changed()


@callback
def _async_is_other_agent(
    hass: HomeAssistant, voice: ConfigEntry, languages: tuple[str, ...]
) -> bool:
    """Whether core took over other languages of the agent than it has now."""
    agent_id = async_entity_id(hass, voice, Platform.CONVERSATION)
    agent = async_get_agent(hass, agent_id) if agent_id else None
    return agent is not None and set(agent.supported_languages) != set(languages)


@callback
def _async_ears(
    hass: HomeAssistant, voice: ConfigEntry, offer: SpeechToText
) -> SpeechToText | None:
    """Return what core took over of the offer; None without a speech-to-text."""
    if (stt_id := async_entity_id(hass, voice, Platform.STT)) is None:
        return None
    engine = stt.async_get_speech_to_text_entity(hass, stt_id)
    if engine is None:
        return None
    return SpeechToText(
        tuple(sorted(engine.supported_languages)),
        # A core that asks nobody takes nothing over, however often it is loaded.
        engine.audio_processing.requires_external_vad
        if OBEYS_ENDPOINTING
        else offer.requires_external_vad,
    )


async def _async_addresses(host: str, port: int) -> set[str]:
    """Return the host as it is written and everything it resolves to."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port)
    except OSError:
        return {host}
    return {host, *(str(address[0]) for *_, address in found)}
