"""The reference's event classes, found by walking its package."""

import importlib
import inspect
import math
import pkgutil
from typing import Any, Dict, Type

import wyoming
from wyoming.event import Event, Eventable


def event_classes() -> Dict[str, Type[Eventable]]:
    """Every concrete event class by its wire type."""
    for module in pkgutil.walk_packages(wyoming.__path__, "wyoming."):
        # These two need packages of their own and define no events.
        if not module.name.startswith(("wyoming.http", "wyoming.zeroconf")):
            importlib.import_module(module.name)
    found: Dict[str, Type[Eventable]] = {}
    pending = list(Eventable.__subclasses__())
    while pending:
        cls = pending.pop()
        pending.extend(cls.__subclasses__())
        if not inspect.isabstract(cls):
            found[wire_type(cls)] = cls
    return found


def wire_type(cls: Type[Eventable]) -> str:
    """The name on the wire: the one string constant of its module the class accepts."""
    module = inspect.getmodule(cls)
    names = [value for value in vars(module).values() if isinstance(value, str) and cls.is_type(value)]
    assert len(set(names)) == 1, f"{cls.__name__} accepts {names}"
    return names[0]


def plain(value: Any) -> Any:
    """JSON that any reader takes: NaN and the infinities as text."""
    if isinstance(value, float) and not math.isfinite(value):
        return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[str(value)]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value


def raw(event: Event) -> Dict[str, Any]:
    """The event as it came, for comparing."""
    result = {"type": event.type, "data": plain(event.data)}
    if event.payload is not None:
        result["payload"] = event.payload.hex()
    return result
