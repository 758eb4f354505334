"""The same server's ears and voice: a Wyoming entry beside ours."""

import asyncio
from typing import Final

from homeassistant.config_entries import SOURCE_USER, ConfigEntry
from homeassistant.const import CONF_HOST, CONF_PORT
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType

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


async def _async_addresses(host: str, port: int) -> set[str]:
    """Return the host as it is written and everything it resolves to."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port)
    except OSError:
        return {host}
    return {host, *(str(address[0]) for *_, address in found)}
