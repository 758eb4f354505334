"""Names shared by the parts of the integration."""

from typing import Final

DOMAIN: Final = "hearken"
DEFAULT_PORT: Final = 10680

CONF_FALLBACK: Final = "fallback"
"""Option: Home Assistant's own agent answers while Hearken can not."""

LANGUAGES: Final = ("en", "de", "fr", "es", "nl")
"""Languages of `translations/`, the first is the one for all others."""
