"""A client of the reference: plays sessions (JSON on stdin) against the server at URI, prints what it received.

Each session is a list of {"send": [event…]} and {"receive": count}; events are {type, data, payload in hex}.
"""

import asyncio
import json
import sys
from typing import Any, Dict, List

from reference import event_classes, raw
from wyoming.client import AsyncClient
from wyoming.event import Event

CLASSES = event_classes()


def made(plain: Dict[str, Any]) -> Event:
    """The event as the reference itself would write it."""
    event = Event(plain["type"], plain["data"], bytes.fromhex(plain.get("payload", "")))
    return CLASSES[event.type].from_event(event).event() if event.type in CLASSES else event


async def play(uri: str, steps: List[Dict[str, Any]]) -> List[Dict[str, Any]]:
    received: List[Dict[str, Any]] = []
    async with AsyncClient.from_uri(uri, connect_timeout=10, read_timeout=10) as client:
        for step in steps:
            for plain in step.get("send", []):
                await client.write_event(made(plain))
            for _ in range(step.get("receive", 0)):
                event = await client.read_event()
                if event is None:
                    return received
                CLASSES[event.type].from_event(event)
                received.append(raw(event))
    return received


async def main() -> None:
    sessions = json.load(sys.stdin)
    results = {name: await play(sys.argv[1], steps) for name, steps in sessions.items()}
    json.dump(results, sys.stdout)


asyncio.run(main())
