"""The same server's ears and voice: a Wyoming entry beside ours."""

import asyncio
from typing import Final

from homeassistant.components import stt
from homeassistant.config_entries import SOURCE_USER, ConfigEntry, ConfigEntryState
from homeassistant.const import CONF_HOST, CONF_PORT, Platform
from homeassistant.core import HomeAssistant, callback
from homeassistant.data_entry_flow import FlowResultType

from .coordinator import HearkenConfigEntry
from .messages import SpeechToText
from .pipeline import async_entity_id

_WYOMING: Final = "wyoming"


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
    for pending in flows.async_progress_by_handler(_WYOMING):
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
        _WYOMING,
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
    for entry in hass.config_entries.async_entries(_WYOMING, include_ignore=False):
        if entry.data.get(CONF_PORT) == port and addresses & await _async_addresses(
            entry.data[CONF_HOST], port
        ):
            return entry
    return None


@callback
def async_move_voice_services(
    hass: HomeAssistant, old_host: str, new_host: str, port: int
) -> None:
    """Let the Wyoming entry follow its server: its own discovery does not."""
    for entry in hass.config_entries.async_entries(_WYOMING):
        if entry.data.get(CONF_PORT) == port and entry.data[CONF_HOST] == old_host:
            data = {**entry.data, CONF_HOST: new_host}
            hass.config_entries.async_update_entry(entry, data=data)


@callback
def async_keep_voice_services_fresh(
    hass: HomeAssistant, entry: HearkenConfigEntry
) -> None:
    """Load the Wyoming entry again when its server announces something else.

    Core reads what speech-to-text says of itself once, when it loads the entry.
    """
    coordinator = entry.runtime_data

    async def compare() -> None:
        server = coordinator.data
        if server is None or server.stt is None:
            return
        host = entry.data[CONF_HOST]
        voice = await async_find_voice_services(hass, host, server.wyoming_port)
        if (
            voice is not None
            and voice.state is ConfigEntryState.LOADED
            and _async_loaded(hass, voice) != server.stt
        ):
            hass.config_entries.async_schedule_reload(voice.entry_id)

    @callback
    def changed() -> None:
        if coordinator.last_update_success:
            entry.async_create_background_task(hass, compare(), "hearken voice")

    entry.async_on_unload(coordinator.async_add_listener(changed))
    changed()


@callback
def _async_loaded(hass: HomeAssistant, voice: ConfigEntry) -> SpeechToText | None:
    """Return what core took over from the server; None without a speech-to-text."""
    if (stt_id := async_entity_id(hass, voice, Platform.STT)) is None:
        return None
    engine = stt.async_get_speech_to_text_entity(hass, stt_id)
    if engine is None:
        return None
    return SpeechToText(
        tuple(sorted(engine.supported_languages)),
        engine.audio_processing.requires_external_vad,
    )


async def _async_addresses(host: str, port: int) -> set[str]:
    """Return the host as it is written and everything it resolves to."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port)
    except OSError:
        return {host}
    return {host, *(str(address[0]) for *_, address in found)}
