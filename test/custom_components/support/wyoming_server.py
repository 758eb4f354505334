"""A Wyoming server with one program of each kind, as Hearken announces them."""

import asyncio
from functools import partial
from typing import Any

from wyoming.event import Event
from wyoming.info import (
    AsrModel,
    AsrProgram,
    Attribution,
    Describe,
    HandleModel,
    HandleProgram,
    Info,
    TtsProgram,
    TtsVoice,
    WakeModel,
    WakeProgram,
)
from wyoming.server import AsyncEventHandler

_COMMON: dict[str, Any] = {
    "attribution": Attribution(name="Hearken", url="https://hearken.invalid"),
    "installed": True,
    "description": None,
    "version": None,
}


def full_info(languages: list[str]) -> Info:
    """Return ears, voice and wake word."""
    model = {**_COMMON, "languages": languages}
    return Info(
        asr=[
            AsrProgram(
                name="hearken", models=[AsrModel(name="ears", **model)], **_COMMON
            )
        ],
        tts=[
            TtsProgram(
                name="hearken",
                voices=[TtsVoice(name="voice", speakers=None, **model)],
                **_COMMON,
            )
        ],
        wake=[
            WakeProgram(
                name="hearken",
                models=[WakeModel(name="hey_hearken", phrase="hey hearken", **model)],
                **_COMMON,
            )
        ],
    )


def agent(languages: list[str]) -> HandleProgram:
    """Return an agent that answers in these languages."""
    model = HandleModel(name="agent", **{**_COMMON, "languages": languages})
    return HandleProgram(name="hearken", models=[model], **_COMMON)


class _Handler(AsyncEventHandler):
    def __init__(self, info: Info, *args: Any) -> None:
        super().__init__(*args)
        self._info = info

    async def handle_event(self, event: Event) -> bool:
        if Describe.is_type(event.type):
            await self.write_event(self._info.event())
        return True


async def serve_wyoming(info: Info) -> tuple[asyncio.Server, int]:
    """Return the server and the port it took."""

    async def connected(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        await partial(_Handler, info)(reader, writer).run()
        writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    return server, int(server.sockets[0].getsockname()[1])
