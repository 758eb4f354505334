"""The last step of set-up: from an agent to an assistant that listens and speaks."""

from collections.abc import Mapping
from typing import Any, Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.const import CONF_HOST
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir

from .const import CONF_MADE, CONF_WISHES, DOMAIN
from .coordinator import HearkenConfigEntry
from .pipeline import (
    async_ensure_pipeline,
    async_prefer_pipeline,
    async_remove_pipeline,
)
from .voice_services import (
    async_ensure_voice_services,
    async_find_voice_services,
    async_is_used,
)

_VOICE: Final = "voice_services"
_PIPELINE: Final = "pipeline"
_PREFERRED: Final = "preferred"
ASSISTANT_PARTS: Final = (_VOICE, _PIPELINE, _PREFERRED)

_PORT: Final = "wyoming_port"
_INSTANCE: Final = "instance"


def wishes_of(
    parts: Mapping[str, bool], *, wyoming_port: int, instance: str | None
) -> dict[str, Any]:
    """Return what the last step asks for, to be kept in the entry until it is made.

    The instance names a discovery of the same server that waits for a click.
    """
    return {**parts, _PORT: wyoming_port, _INSTANCE: instance}


async def async_set_up_assistant(
    hass: HomeAssistant, entry: HearkenConfigEntry
) -> None:
    """Make what the last step asked for, once the entry's agent is there.

    What is there already is used, not made again.
    """
    data = dict(entry.data)
    if (wishes := data.pop(CONF_WISHES, None)) is None:
        return
    # Once, whatever becomes of it: the entry has to load.
    hass.config_entries.async_update_entry(entry, data=data)
    host = entry.data[CONF_HOST]
    made: dict[str, Any] = {}
    wyoming_port = wishes[_PORT]
    known = await async_find_voice_services(hass, host, wyoming_port)
    if wishes[_VOICE]:
        voice = await async_ensure_voice_services(
            hass, host, wyoming_port, wishes[_INSTANCE]
        )
        if voice is None:
            ir.async_create_issue(
                hass,
                DOMAIN,
                f"voice_services_{entry.entry_id}",
                is_fixable=False,
                severity=ir.IssueSeverity.WARNING,
                translation_key="voice_services",
                translation_placeholders={"host": host, "port": str(wyoming_port)},
            )
        elif known is None:
            made[_VOICE] = voice.entry_id
    else:
        voice = known
    if wishes[_PIPELINE] and (
        pipeline := await async_ensure_pipeline(hass, entry, voice)
    ):
        made[_PIPELINE] = pipeline.to_json()
    if wishes[_PREFERRED]:
        await async_prefer_pipeline(hass, entry)
    hass.config_entries.async_update_entry(entry, data={**entry.data, CONF_MADE: made})


async def async_remove_assistant(hass: HomeAssistant, entry: ConfigEntry) -> None:
    """Take away what set-up made, unless a person changed it or uses it elsewhere."""
    made: Mapping[str, Any] = entry.data.get(CONF_MADE, {})
    ir.async_delete_issue(hass, DOMAIN, f"{_VOICE}_{entry.entry_id}")
    if pipeline := made.get(_PIPELINE):
        await async_remove_pipeline(hass, pipeline)
    voice = hass.config_entries.async_get_entry(made.get(_VOICE, ""))
    if voice and not async_is_used(hass, voice):
        await hass.config_entries.async_remove(voice.entry_id)
