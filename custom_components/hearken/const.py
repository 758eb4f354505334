"""Names shared by the parts of the integration."""

from typing import Final

DOMAIN: Final = "hearken"
DEFAULT_PORT: Final = 10680

CONF_FALLBACK: Final = "fallback"
"""Option: Home Assistant's own agent answers while Hearken can not."""

CONF_CONTENT: Final = "content"
"""Option: what was said is among the facts of a turn's event."""

CONF_WYOMING_PORT: Final = "wyoming_port"
"""Entry data: where the server last spoke Wyoming, so that its entry is found again."""

CONF_WISHES: Final = "wishes"
"""Entry data: what the last step of set-up asks for, until the first start makes it."""

CONF_MADE: Final = "made"
"""Entry data: what the last step of set-up made, to be taken away with the entry."""

LANGUAGES: Final = ("en", "de", "fr", "es", "nl")
"""Languages of `translations/`, the first is the one for all others."""
