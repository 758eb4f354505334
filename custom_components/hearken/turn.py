"""What the agent is told about a sentence: who said it, and where."""

from homeassistant.components import conversation
from homeassistant.components.intent import async_device_supports_timers
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import (
    area_registry as ar,
    device_registry as dr,
    entity_registry as er,
)
from homeassistant.util.ulid import ulid_now

from .messages import Turn, User


async def async_describe_turn(
    hass: HomeAssistant,
    user_input: conversation.ConversationInput,
    conversation_id: str,
) -> Turn:
    """Return the turn with an id of its own: one context may hold several turns."""
    device_id = user_input.device_id
    area_id = _async_area_id(hass, user_input.satellite_id, device_id)
    area = ar.async_get(hass).async_get_area(area_id) if area_id else None
    return Turn(
        text=user_input.text,
        language=user_input.language,
        conversation_id=conversation_id,
        turn_id=ulid_now(),
        user=await async_user(hass, user_input.context.user_id),
        device_id=device_id,
        satellite_id=user_input.satellite_id,
        area_id=area_id,
        floor_id=area.floor_id if area else None,
        extra_prompt=user_input.extra_system_prompt,
        device_supports_timers=device_id is not None
        and async_device_supports_timers(hass, device_id),
    )


async def async_user(hass: HomeAssistant, user_id: str | None) -> User | None:
    """Return who is logged in; None for nobody, as with a satellite."""
    if user_id is None or (user := await hass.auth.async_get_user(user_id)) is None:
        return None
    return User(user.id, user.name)


@callback
def _async_area_id(
    hass: HomeAssistant, satellite_id: str | None, device_id: str | None
) -> str | None:
    """Resolve in Home Assistant's order: the satellite, its device, the device."""
    if satellite_id and (satellite := er.async_get(hass).async_get(satellite_id)):
        if satellite.area_id:
            return satellite.area_id
        device_id = satellite.device_id or device_id
    if not device_id or not (device := dr.async_get(hass).async_get(device_id)):
        return None
    # Before 2026.9 no device has an area of another one.
    if hasattr(dr, "async_get_effective_area_id"):
        return dr.async_get_effective_area_id(hass, device)
    return device.area_id
