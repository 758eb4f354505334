"""The Assist pipelines that use our agent."""

from collections.abc import Mapping
from typing import Any

from homeassistant.components import stt, wake_word
from homeassistant.components.assist_pipeline.pipeline import (
    Pipeline,
    async_get_pipelines,
    async_setup_pipeline_store,
)
from homeassistant.components.tts.helper import get_engine_instance
from homeassistant.config_entries import ConfigEntry
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.util.language import matches

from .coordinator import HearkenConfigEntry


@callback
def async_entity_id(
    hass: HomeAssistant, entry: ConfigEntry, platform: Platform
) -> str | None:
    """Return the entity of a platform, of an entry that has one of each."""
    entities = er.async_entries_for_config_entry(er.async_get(hass), entry.entry_id)
    return next(
        (
            entity.entity_id
            for entity in entities
            if entity.domain == platform and not entity.disabled
        ),
        None,
    )


@callback
def async_our_pipelines(
    hass: HomeAssistant, entry: HearkenConfigEntry
) -> list[Pipeline]:
    """Return the pipelines whose agent is this server."""
    agent_id = async_entity_id(hass, entry, Platform.CONVERSATION)
    return [
        pipeline
        for pipeline in async_get_pipelines(hass)
        if pipeline.conversation_engine == agent_id
    ]


async def async_ensure_pipeline(
    hass: HomeAssistant, entry: HearkenConfigEntry, voice: ConfigEntry | None
) -> Pipeline | None:
    """Create the pipeline of this server and return it; complete one that is there.

    What a person chose in an existing pipeline stays.
    """
    store = (await async_setup_pipeline_store(hass)).pipeline_store
    engines = await _async_engines(hass, voice) if voice else {}
    if ours := async_our_pipelines(hass, entry):
        for pipeline in ours:
            fields = pipeline.to_json()
            pipeline_id = fields.pop("id")
            if missing := {
                name: value for name, value in engines.items() if fields[name] is None
            }:
                await store.async_update_item(pipeline_id, fields | missing)
        return None
    server = entry.runtime_data.data
    languages = server.languages if server else ()
    [language, *_] = [
        *matches(hass.config.language, languages, hass.config.country),
        *languages,
        hass.config.language,
    ]
    return await store.async_create_item(
        {
            "name": entry.title,
            "language": hass.config.language,
            "conversation_engine": async_entity_id(hass, entry, Platform.CONVERSATION),
            "conversation_language": language,
            "stt_engine": None,
            "stt_language": None,
            "tts_engine": None,
            "tts_language": None,
            "tts_voice": None,
            "wake_word_entity": None,
            "wake_word_id": None,
            # It would walk around confirmation and proof.
            "prefer_local_intents": False,
            **engines,
        }
    )


async def async_prefer_pipeline(hass: HomeAssistant, entry: HearkenConfigEntry) -> None:
    """Make our pipeline the one that satellites use unless told otherwise."""
    store = (await async_setup_pipeline_store(hass)).pipeline_store
    if ours := async_our_pipelines(hass, entry):
        preferred = store.async_get_preferred_item()
        if preferred not in [pipeline.id for pipeline in ours]:
            store.async_set_preferred_item(ours[0].id)


async def _async_engines(
    hass: HomeAssistant, voice: ConfigEntry
) -> dict[str, str | None]:
    """Return the pipeline fields that the voice services can fill."""
    target, country = hass.config.language, hass.config.country
    fields: dict[str, str | None] = {}
    if (
        (stt_id := async_entity_id(hass, voice, Platform.STT))
        and (stt_engine := stt.async_get_speech_to_text_engine(hass, stt_id))
        and (languages := matches(target, stt_engine.supported_languages, country))
    ):
        fields |= {"stt_engine": stt_id, "stt_language": languages[0]}
    if (
        (tts_id := async_entity_id(hass, voice, Platform.TTS))
        and (tts_engine := get_engine_instance(hass, tts_id))
        and (languages := matches(target, tts_engine.supported_languages, country))
    ):
        # Without a voice the server takes its default one.
        fields |= {"tts_engine": tts_id, "tts_language": languages[0]}
    if (
        (wake_id := async_entity_id(hass, voice, Platform.WAKE_WORD))
        and (wake := wake_word.async_get_wake_word_detection_entity(hass, wake_id))
        and (words := await wake.get_supported_wake_words())
    ):
        fields |= {"wake_word_entity": wake_id, "wake_word_id": words[0].id}
    return fields


async def async_remove_pipeline(hass: HomeAssistant, made: Mapping[str, Any]) -> None:
    """Remove a pipeline that is still as we made it; another one is preferred then."""
    store = (await async_setup_pipeline_store(hass)).pipeline_store
    pipeline_id = str(made["id"])
    others = [known for known in store.data if known != pipeline_id]
    known = store.data.get(pipeline_id)
    if known is None or known.to_json() != made or not others:
        return
    if store.async_get_preferred_item() == pipeline_id:
        store.async_set_preferred_item(others[0])
    await store.async_delete_item(pipeline_id)
