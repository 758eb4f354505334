"""What a bug report needs, without secrets and without what names this home."""

from dataclasses import asdict
from typing import Any, Final

from homeassistant.components.diagnostics import async_redact_data
from homeassistant.const import CONF_HOST, CONF_TOKEN
from homeassistant.core import HomeAssistant

from .channel import async_timer_display
from .coordinator import HearkenConfigEntry
from .pipeline import async_our_pipelines

_REDACTED: Final = {CONF_HOST, CONF_TOKEN, "instance_id", "name", "slow_satellites"}


async def async_get_config_entry_diagnostics(
    hass: HomeAssistant, entry: HearkenConfigEntry
) -> dict[str, Any]:
    """Return how the server and the pipelines with its agent stand."""
    coordinator = entry.runtime_data
    display = async_timer_display(hass, entry.entry_id)
    failure = coordinator.last_exception
    server = asdict(coordinator.data) if coordinator.data else None
    pipelines = [pipeline.to_json() for pipeline in async_our_pipelines(hass, entry)]
    report: dict[str, Any] = async_redact_data(
        {
            "entry": dict(entry.data),
            "options": dict(entry.options),
            "is_reachable": coordinator.last_update_success,
            "last_failure": getattr(failure, "translation_key", None),
            "server": server,
            "running_timers": len(display.timer_ids),
            "ended_timers": len(display.ended),
            "pipelines": pipelines,
        },
        _REDACTED,
    )
    return report
