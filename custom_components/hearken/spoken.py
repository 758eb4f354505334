"""What a person hears when the server gave no outcome."""

from homeassistant.core import HomeAssistant
from homeassistant.helpers.translation import async_get_translations
from homeassistant.util.language import matches

from .client import Failure
from .const import DOMAIN, LANGUAGES


async def async_spoken(hass: HomeAssistant, failure: Failure, language: str) -> str:
    """Return a sentence that says what to do, in the language or else in English."""
    [known, *_] = [*matches(language, LANGUAGES, hass.config.country), LANGUAGES[0]]
    texts = await async_get_translations(hass, known, "exceptions", {DOMAIN})
    return texts[f"component.{DOMAIN}.exceptions.{failure}.message"]
