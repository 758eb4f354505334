"""Issues that are open exactly as long as what they tell of."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir

from .const import DOMAIN


@dataclass(frozen=True, slots=True)
class Found:
    """Something that is wrong now."""

    issue_id: str
    # Key of the texts, and of the fix.
    kind: str
    placeholders: dict[str, str] = field(default_factory=dict)
    data: dict[str, str | int | float | None] = field(default_factory=dict)


class Issues:
    """Opens and closes one group of issues."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Begin with none."""
        self._hass = hass
        self._open: set[str] = set()

    @callback
    def show(self, found: Iterable[Found]) -> None:
        """Open what is found and close what is found no more."""
        wrong = {item.issue_id: item for item in found}
        for gone in self._open - wrong.keys():
            ir.async_delete_issue(self._hass, DOMAIN, gone)
        for issue_id, item in wrong.items():
            ir.async_create_issue(
                self._hass,
                DOMAIN,
                issue_id,
                is_fixable=True,
                severity=ir.IssueSeverity.WARNING,
                translation_key=item.kind,
                translation_placeholders=item.placeholders,
                data={"kind": item.kind, **item.data},
            )
        self._open = set(wrong)

    @callback
    def close(self) -> None:
        """Close all."""
        self.show(())
