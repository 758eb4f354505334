"""Fixes for what the integration finds wrong in Home Assistant."""

import probatio

from homeassistant.components.assist_pipeline import PipelineNotFound
from homeassistant.components.assist_pipeline.pipeline import (
    async_get_pipeline,
    async_update_pipeline,
)
from homeassistant.components.repairs import RepairsFlow, RepairsFlowResult
from homeassistant.core import HomeAssistant


class PreferLocalIntentsFlow(RepairsFlow):
    """Gives our agent every sentence of a pipeline again."""

    def __init__(self, pipeline_id: str, name: str) -> None:
        """Keep which pipeline it is about."""
        self._pipeline_id = pipeline_id
        self._name = name

    async def async_step_init(
        self, user_input: dict[str, str] | None = None
    ) -> RepairsFlowResult:
        """Begin with the question; core hands in what it opened, not an answer."""
        return await self.async_step_confirm()

    async def async_step_confirm(
        self, user_input: dict[str, str] | None = None
    ) -> RepairsFlowResult:
        """Turn it off when the user says so."""
        if user_input is None:
            return self.async_show_form(
                step_id="confirm",
                data_schema=probatio.Schema({}),
                description_placeholders={"pipeline": self._name},
            )
        try:
            pipeline = async_get_pipeline(self.hass, self._pipeline_id)
        except PipelineNotFound:
            return self.async_abort(reason="pipeline_gone")
        await async_update_pipeline(self.hass, pipeline, prefer_local_intents=False)
        return self.async_create_entry(data={})


async def async_create_fix_flow(
    hass: HomeAssistant,
    issue_id: str,
    data: dict[str, str | int | float | None] | None,
) -> RepairsFlow:
    """Return the flow of the one issue that can be fixed."""
    known = data or {}
    return PreferLocalIntentsFlow(
        str(known.get("pipeline_id")), str(known.get("pipeline"))
    )
