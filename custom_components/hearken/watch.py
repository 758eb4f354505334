"""Finds what keeps the assistant from working, and says it as issues with a fix."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from homeassistant.components.assist_pipeline.pipeline import (
    Pipeline,
    async_setup_pipeline_store,
)
from homeassistant.components.tts.helper import get_engine_instance
from homeassistant.config_entries import ConfigEntry, ConfigEntryState
from homeassistant.const import CONF_HOST, CONF_PORT, Platform
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.util.language import matches

from .client import PROTOCOL, Failure
from .coordinator import HearkenConfigEntry
from .issues import Found, Issues
from .pipeline import async_entity_id, async_our_pipelines
from .voice_services import OBEYS_ENDPOINTING, WYOMING, async_find_voice_services

PREFER_LOCAL: Final = "prefer_local_intents"
SERVER_TOO_OLD: Final = "server_too_old"
SERVER_TOO_NEW: Final = "server_too_new"
NOTHING_EXPOSED: Final = "nothing_exposed"
VOICE_MISSING: Final = "voice_missing"
VOICE_ELSEWHERE: Final = "voice_elsewhere"
ENDPOINTING_IGNORED: Final = "endpointing_ignored"


async def async_watch(hass: HomeAssistant, entry: HearkenConfigEntry) -> None:
    """Look now, when the server says something new, and when a pipeline changes."""
    store = (await async_setup_pipeline_store(hass)).pipeline_store
    issues = Issues(hass)
    coordinator = entry.runtime_data
    voice: ConfigEntry | None = None

    @callback
    def look() -> None:
        issues.show(_find(hass, entry, voice))

    async def find_voice() -> None:
        nonlocal voice
        if server := coordinator.data:
            host = entry.data[CONF_HOST]
            voice = await async_find_voice_services(hass, host, server.wyoming_port)
            look()

    @callback
    def updated() -> None:
        look()
        entry.async_create_background_task(hass, find_voice(), "hearken issues")

    async def changed(_change: str, _item_id: str, _item: Mapping[str, Any]) -> None:
        look()

    entry.async_on_unload(issues.close)
    entry.async_on_unload(store.async_add_listener(changed))
    entry.async_on_unload(coordinator.async_add_listener(updated))
    updated()


@callback
def _find(
    hass: HomeAssistant, entry: HearkenConfigEntry, voice: ConfigEntry | None
) -> Iterator[Found]:
    yield from _find_of_server(entry)
    for pipeline in async_our_pipelines(hass, entry):
        if pipeline.prefer_local_intents:
            yield Found(
                f"{PREFER_LOCAL}_{pipeline.id}",
                PREFER_LOCAL,
                {"pipeline": pipeline.name},
                {"pipeline_id": pipeline.id, "pipeline": pipeline.name},
            )
        if not _has_voice(hass, pipeline, voice):
            yield Found(
                f"{VOICE_MISSING}_{pipeline.id}",
                VOICE_MISSING,
                {"pipeline": pipeline.name, "language": pipeline.language},
                {"entry_id": entry.entry_id},
            )
        if voice is None and (lost := _lost_voice(hass, pipeline)):
            yield Found(
                f"{VOICE_ELSEWHERE}_{lost.entry_id}",
                VOICE_ELSEWHERE,
                {
                    "pipeline": pipeline.name,
                    "host": str(lost.data[CONF_HOST]),
                    "port": str(lost.data[CONF_PORT]),
                },
                {"entry_id": entry.entry_id, "voice_id": lost.entry_id},
            )


def _find_of_server(entry: HearkenConfigEntry) -> Iterator[Found]:
    coordinator = entry.runtime_data
    data: dict[str, str | int | float | None] = {"entry_id": entry.entry_id}
    is_away = not coordinator.last_update_success
    if is_away and coordinator.failure is Failure.INCOMPATIBLE:
        speaks = coordinator.foreign_protocol
        is_newer = (
            speaks is not None and speaks.isdigit() and int(speaks) > int(PROTOCOL)
        )
        kind = SERVER_TOO_NEW if is_newer else SERVER_TOO_OLD
        yield Found(f"{kind}_{entry.entry_id}", kind, {}, data)
    server = coordinator.data
    if server and server.is_home_connected and server.exposed_count == 0:
        yield Found(f"{NOTHING_EXPOSED}_{entry.entry_id}", NOTHING_EXPOSED, {}, data)
    if (
        server
        and server.stt
        and not (server.stt.requires_external_vad or OBEYS_ENDPOINTING)
    ):
        issue_id = f"{ENDPOINTING_IGNORED}_{entry.entry_id}"
        yield Found(issue_id, ENDPOINTING_IGNORED, {}, data)


@callback
def _has_voice(
    hass: HomeAssistant, pipeline: Pipeline, voice: ConfigEntry | None
) -> bool:
    """Whether what speaks in the pipeline knows its language; yes when nothing does."""
    engine_id = pipeline.tts_engine
    if engine_id is None and voice is not None:
        engine_id = async_entity_id(hass, voice, Platform.TTS)
    engine = get_engine_instance(hass, engine_id) if engine_id else None
    if engine is None:
        return True
    language = pipeline.tts_language or pipeline.language
    known = engine.supported_languages
    return bool(matches(language, known, hass.config.country))


@callback
def _lost_voice(hass: HomeAssistant, pipeline: Pipeline) -> ConfigEntry | None:
    """Return the Wyoming entry of a pipeline that nobody answers at."""
    entities = er.async_get(hass)
    for entity_id in (pipeline.stt_engine, pipeline.tts_engine):
        known = entities.async_get(entity_id) if entity_id else None
        entry_id = (
            known.config_entry_id if known and known.platform == WYOMING else None
        )
        entry = hass.config_entries.async_get_entry(entry_id) if entry_id else None
        if entry and entry.state is ConfigEntryState.SETUP_RETRY:
            return entry
    return None
