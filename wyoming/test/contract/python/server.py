"""A server of the reference that answers every service by a fixed rule (support/scripted-server.ts has the same).

Usage: server.py URI INFO (the info event's data as JSON); prints {"port": …} as soon as it serves.
"""

import asyncio
import json
import sys
from functools import partial
from typing import Any, Dict, List

from wyoming.asr import Transcribe, Transcript, TranscriptChunk, TranscriptStart, TranscriptStop
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.error import Error
from wyoming.event import Event, Eventable
from wyoming.handle import Handled, HandledChunk, HandledStart, HandledStop, NotHandled
from wyoming.info import Describe, Info
from wyoming.intent import Entity, Intent, IntentsStart, IntentsStop, NotRecognized, Recognize
from wyoming.ping import Ping, Pong
from wyoming.pipeline import PipelineStage, RunPipeline
from wyoming.satellite import (
    PauseSatellite,
    RunSatellite,
    SatelliteDisconnected,
    StreamingStarted,
    StreamingStopped,
)
from wyoming.server import AsyncEventHandler, AsyncServer
from wyoming.snd import Played
from wyoming.tts import Synthesize, SynthesizeChunk, SynthesizeStart, SynthesizeStop, SynthesizeStopped
from wyoming.wake import Detect, Detection, NotDetected

RATE, WIDTH, CHANNELS = 16_000, 2, 1


def speech(text: str) -> List[Eventable]:
    return [
        AudioStart(RATE, WIDTH, CHANNELS),
        AudioChunk(RATE, WIDTH, CHANNELS, text.encode()),
        AudioStop(),
    ]


class Handler(AsyncEventHandler):
    def __init__(self, info: Info, *args: Any) -> None:
        super().__init__(*args)
        self.info = info
        self.request: Any = None
        self.audio = b""
        self.text = ""

    async def send(self, *events: Eventable) -> None:
        for event in events:
            await self.write_event(event.event())

    async def handle_event(self, event: Event) -> bool:
        if Describe.is_type(event.type):
            await self.send(self.info)
        elif Ping.is_type(event.type):
            await self.send(Pong(Ping.from_event(event).text))
        elif Transcript.is_type(event.type):
            await self.handle_text(Transcript.from_event(event))
        elif Recognize.is_type(event.type):
            await self.recognize(Recognize.from_event(event))
        elif RunSatellite.is_type(event.type):
            self.request = RunSatellite()
            await self.send(
                RunPipeline(PipelineStage.ASR, PipelineStage.TTS, restart_on_end=True),
                StreamingStarted(),
                AudioChunk(RATE, WIDTH, CHANNELS, bytes(320), timestamp=0),
                StreamingStopped(),
            )
        elif PauseSatellite.is_type(event.type):
            await self.send(SatelliteDisconnected())
        else:
            await self.handle_stream(event)
        return True

    async def handle_stream(self, event: Event) -> None:
        """Requests that audio or text in pieces follows."""
        if Transcribe.is_type(event.type):
            self.request, self.audio = Transcribe.from_event(event), b""
        elif Detect.is_type(event.type):
            self.request = Detect.from_event(event)
        elif SynthesizeStart.is_type(event.type):
            self.request, self.text = SynthesizeStart.from_event(event), ""
        elif SynthesizeChunk.is_type(event.type):
            self.text += SynthesizeChunk.from_event(event).text
        elif SynthesizeStop.is_type(event.type):
            self.request = None
            await self.send(*speech(self.text), SynthesizeStopped())
        elif Synthesize.is_type(event.type) and not isinstance(self.request, SynthesizeStart):
            text = Synthesize.from_event(event).text
            await self.send(*(speech(text) if text else [Error("nothing to say", "empty")]))
        elif AudioChunk.is_type(event.type):
            await self.hear(AudioChunk.from_event(event))
        elif AudioStop.is_type(event.type):
            await self.finish()

    async def hear(self, chunk: AudioChunk) -> None:
        self.audio += chunk.audio
        if isinstance(self.request, Detect) and self.request.names and chunk.timestamp == 10:
            await self.send(Detection(self.request.names[0], 10))

    async def finish(self) -> None:
        request = self.request
        if isinstance(request, Transcribe):
            whole = Transcript(f"{len(self.audio)} bytes", language=request.language)
            if request.name != "streaming":
                await self.send(whole)
                return
            await self.send(
                TranscriptStart(language=request.language),
                TranscriptChunk(str(len(self.audio))),
                TranscriptChunk(" bytes"),
                whole,
                TranscriptStop(),
            )
        elif isinstance(request, Detect) and not request.names:
            await self.send(NotDetected())
        elif isinstance(request, RunSatellite):
            await self.send(Played())

    async def handle_text(self, transcript: Transcript) -> None:
        text, context = transcript.text, transcript.context
        whole = Handled(f"did: {text}", context)
        if text == "?":
            await self.send(NotHandled("what?"))
        elif text == "stream":
            await self.send(
                HandledStart(context), HandledChunk("did: "), HandledChunk(text), whole, HandledStop()
            )
        else:
            await self.send(whole)

    async def recognize(self, request: Recognize) -> None:
        if request.text == "?":
            await self.send(NotRecognized("what?"))
            return
        await self.send(
            IntentsStart(request.context),
            Intent("one", [Entity("n", 1)]),
            Intent("two", [Entity("n", 2)], "done"),
            IntentsStop(),
        )


async def main() -> None:
    data: Dict[str, Any] = json.loads(sys.argv[2])
    info = Info.from_event(Event("info", data))
    server = AsyncServer.from_uri(sys.argv[1])
    if sys.argv[1].startswith("stdio"):
        await server.run(partial(Handler, info))
        return
    await server.start(partial(Handler, info))
    print(json.dumps({"port": port_of(server)}), flush=True)
    await asyncio.Event().wait()


def port_of(server: Any) -> Any:
    """The port that port 0 became; a unix socket has none."""
    name = server._server.sockets[0].getsockname()  # pylint: disable=protected-access
    return name[1] if isinstance(name, tuple) else None


asyncio.run(main())
