"""Fixes for what the integration finds wrong in Home Assistant."""

from typing import TYPE_CHECKING

import voluptuous as vol

from homeassistant.components.assist_pipeline import PipelineNotFound
from homeassistant.components.assist_pipeline.pipeline import (
    async_get_pipeline,
    async_update_pipeline,
)
from homeassistant.components.repairs import RepairsFlow
from homeassistant.config_entries import ConfigEntryState
from homeassistant.const import CONF_HOST, CONF_PORT
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir

from .const import DOMAIN
from .coordinator import HearkenConfigEntry
from .voice_services import async_move_voice_services
from .watch import PREFER_LOCAL, VOICE_ELSEWHERE

if TYPE_CHECKING:
    # Older cores have no name for it.
    from homeassistant.components.repairs import RepairsFlowResult


class ConfirmedFix(RepairsFlow):
    """Explains, and fixes when the user says so."""

    def __init__(self, data: dict[str, str | int | float | None]) -> None:
        """Keep what it is about."""
        self._data = data

    async def async_step_init(
        self, user_input: dict[str, str] | None = None
    ) -> RepairsFlowResult:
        """Begin with the question; core hands in what it opened, not an answer."""
        return await self.async_step_confirm()

    async def async_step_confirm(
        self, user_input: dict[str, str] | None = None
    ) -> RepairsFlowResult:
        """Ask, then fix."""
        if user_input is None:
            issue = ir.async_get(self.hass).async_get_issue(DOMAIN, self.issue_id)
            return self.async_show_form(
                step_id="confirm",
                data_schema=vol.Schema({}),
                description_placeholders=issue.translation_placeholders
                if issue
                else None,
            )
        if reason := await self._async_fix():
            return self.async_abort(reason=reason)
        return self.async_create_entry(data={})

    async def _async_fix(self) -> str | None:
        """Return why it can not be fixed; None when it is."""
        raise NotImplementedError

    def _entry(self) -> HearkenConfigEntry | None:
        entry: HearkenConfigEntry | None = self.hass.config_entries.async_get_entry(
            str(self._data.get("entry_id"))
        )
        return entry if entry and entry.state is ConfigEntryState.LOADED else None


class PreferLocalIntentsFix(ConfirmedFix):
    """Gives our agent every sentence of a pipeline again."""

    async def _async_fix(self) -> str | None:
        try:
            pipeline = async_get_pipeline(self.hass, str(self._data["pipeline_id"]))
        except PipelineNotFound:
            return "pipeline_gone"
        await async_update_pipeline(self.hass, pipeline, prefer_local_intents=False)
        return None


class VoiceElsewhereFix(ConfirmedFix):
    """Sends a Wyoming entry to where our server is."""

    async def _async_fix(self) -> str | None:
        entry = self._entry()
        voice = self.hass.config_entries.async_get_entry(str(self._data["voice_id"]))
        if entry is None or entry.runtime_data.data is None or voice is None:
            return "still_there"
        async_move_voice_services(
            self.hass,
            (voice.data[CONF_HOST], voice.data[CONF_PORT]),
            (entry.data[CONF_HOST], entry.runtime_data.data.wyoming_port),
        )
        return None


class LookAgainFix(ConfirmedFix):
    """Looks whether the user has done what the text says."""

    async def _async_fix(self) -> str | None:
        if entry := self._entry():
            await entry.runtime_data.async_refresh()
        known = ir.async_get(self.hass).async_get_issue(DOMAIN, self.issue_id)
        return "still_there" if known else None


async def async_create_fix_flow(
    hass: HomeAssistant,
    issue_id: str,
    data: dict[str, str | int | float | None] | None,
) -> RepairsFlow:
    """Return the flow that fixes this kind of issue."""
    known = data or {}
    match known.get("kind"):
        case kind if kind == PREFER_LOCAL:
            return PreferLocalIntentsFix(known)
        case kind if kind == VOICE_ELSEWHERE:
            return VoiceElsewhereFix(known)
    return LookAgainFix(known)
