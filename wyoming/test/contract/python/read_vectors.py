"""Reads each stream of stdin (JSON: id → base64) with the reference; prints what it made of it."""

import asyncio
import base64
import json
import sys
from typing import Any, Dict

from reference import event_classes, raw
from wyoming.event import async_read_event

CLASSES = event_classes()


async def read(stream: bytes) -> Dict[str, Any]:
    """All events, and how it ended: `end`, or the exception's name."""
    reader = asyncio.StreamReader()
    reader.feed_data(stream)
    reader.feed_eof()
    events = []
    try:
        while True:
            event = await async_read_event(reader)
            if event is None:
                return {"events": events, "end": "end"}
            if event.type in CLASSES:
                CLASSES[event.type].from_event(event)
            events.append(raw(event))
    except Exception as error:  # pylint: disable=broad-except
        return {"events": events, "end": type(error).__name__}


async def main() -> None:
    streams = json.load(sys.stdin)
    results = {name: await read(base64.b64decode(stream)) for name, stream in streams.items()}
    json.dump(results, sys.stdout)


asyncio.run(main())
