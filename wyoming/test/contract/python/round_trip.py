"""Takes frames (JSON: list of base64), reads each into its event class, writes it again.

Prints every event class with its wire type and fields, and for each frame the fields of its object that hold
something else than their default, and the bytes the reference writes for the object.
"""

import asyncio
import base64
import json
import sys
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from typing import Any, Dict, Iterator, List

from reference import event_classes
from wyoming.event import async_read_event, async_write_event

CLASSES = event_classes()


class Buffer:
    """As much of a StreamWriter as the reference needs."""

    def __init__(self) -> None:
        self.data = b""

    def write(self, data: bytes) -> None:
        self.data += data

    def writelines(self, lines: Any) -> None:
        self.data += b"".join(lines)

    async def drain(self) -> None:
        pass


def set_fields(value: Any) -> Iterator[str]:
    """Class.field of every field below the object that holds something else than its default."""
    if isinstance(value, list):
        for item in value:
            yield from set_fields(item)
    if not is_dataclass(value):
        return
    for field in fields(value):
        held = getattr(value, field.name)
        default = field.default_factory() if field.default_factory is not MISSING else field.default
        if held != (None if default is MISSING else default):
            yield f"{type(value).__name__}.{field.name}"
        yield from set_fields(held)


def all_fields(value: Any) -> Iterator[str]:
    """Class.field of every field of every class below the object."""
    if isinstance(value, list):
        for item in value:
            yield from all_fields(item)
    if is_dataclass(value):
        for field in fields(value):
            yield f"{type(value).__name__}.{field.name}"
            yield from all_fields(getattr(value, field.name))


async def round_trip(frame: bytes) -> Dict[str, Any]:
    reader = asyncio.StreamReader()
    reader.feed_data(frame)
    reader.feed_eof()
    event = await async_read_event(reader)
    assert event is not None, frame
    held = CLASSES[event.type].from_event(event)
    assert not isinstance(held, Enum)
    buffer = Buffer()
    await async_write_event(held.event(), buffer)  # type: ignore[arg-type]
    return {
        "set": sorted(set(set_fields(held))),
        "all": sorted(set(all_fields(held))),
        "bytes": base64.b64encode(buffer.data).decode(),
    }


async def main() -> None:
    frames: List[str] = json.load(sys.stdin)
    results = [await round_trip(base64.b64decode(frame)) for frame in frames]
    types = {
        wire_type: [f"{cls.__name__}.{field.name}" for field in fields(cls)]  # type: ignore[arg-type]
        for wire_type, cls in CLASSES.items()
    }
    json.dump({"types": types, "frames": results}, sys.stdout)


asyncio.run(main())
