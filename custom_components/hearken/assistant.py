"""The last step of set-up: from an agent to an assistant that listens and speaks."""

from collections.abc import Mapping
from typing import Final

from homeassistant.const import CONF_HOST
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir

from .const import DOMAIN
from .coordinator import HearkenConfigEntry
from .pipeline import async_ensure_pipeline, async_prefer_pipeline
from .voice_services import async_ensure_voice_services, async_find_voice_services

_VOICE: Final = "voice_services"
_PIPELINE: Final = "pipeline"
_PREFERRED: Final = "preferred"
ASSISTANT_PARTS: Final = (_VOICE, _PIPELINE, _PREFERRED)


async def async_set_up_assistant(
    hass: HomeAssistant,
    entry: HearkenConfigEntry,
    parts: Mapping[str, bool],
    *,
    wyoming_port: int,
    instance: str | None,
) -> None:
    """Do the chosen parts; what is there already is used, not made again."""
    host = entry.data[CONF_HOST]
    if parts[_VOICE]:
        voice = await async_ensure_voice_services(hass, host, wyoming_port, instance)
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
    else:
        voice = await async_find_voice_services(hass, host, wyoming_port)
    if parts[_PIPELINE]:
        await async_ensure_pipeline(hass, entry, voice)
    if parts[_PREFERRED]:
        await async_prefer_pipeline(hass, entry)
