"""A real server with Hearken's interface, which fails on what no test scripted."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
import json
from typing import Any, Final

from aiohttp import web
from aiohttp.test_utils import TestServer

TOKEN: Final = "correct-token"
INSTANCE_ID: Final = "1c7f6a1e-52f0-4a43-9a4e-0c2b5f0c1d11"

_FIELDS: Final[dict[str, type]] = {
    "text": str,
    "language": str,
    "turn_id": str,
    "conversation_id": str,
    "user": dict,
    "device_id": str,
    "satellite_id": str,
    "area_id": str,
    "floor_id": str,
    "extra_prompt": str,
    "device_supports_timers": bool,
}

type Script = Callable[[web.Request], Awaitable[web.StreamResponse]]


def delta(text: str) -> dict[str, Any]:
    """Return a piece of a reply."""
    return {"type": "delta", "text": text}


def outcome(speech: str, **changed: Any) -> dict[str, Any]:
    """Return the last line of a turn."""
    return {
        "type": "outcome",
        "protocol": 1,
        "turn_id": "any",
        "speech": speech,
        "language": "en",
        "understood": True,
        "continue_conversation": False,
        "changes": [],
        "path": "local",
        **changed,
    }


def change(entity_id: str, name: str, proof: str) -> dict[str, Any]:
    """Return what became of one device."""
    return {
        "entity_id": entity_id,
        "name": name,
        "before": "off",
        "after": "on",
        "proof": proof,
    }


def error(status: int, code: str) -> Script:
    """Refuse a request as the server does."""

    async def answer(_request: web.Request) -> web.StreamResponse:
        body = {"error": {"code": code, "message": "A sentence."}}
        return web.json_response(body, status=status)

    return answer


async def begin(request: web.Request) -> web.StreamResponse:
    """Open a streamed answer."""
    response = web.StreamResponse(headers={"content-type": "application/x-ndjson"})
    await response.prepare(request)
    return response


def lines(*items: dict[str, Any] | str, then_breaks: bool = False) -> Script:
    """Answer with these lines, and end the body well or cut it off."""

    async def answer(request: web.Request) -> web.StreamResponse:
        response = await begin(request)
        for item in items:
            await write(response, item)
        if then_breaks and request.transport:
            request.transport.close()
        return response

    return answer


async def write(response: web.StreamResponse, item: dict[str, Any] | str) -> None:
    """Send one line."""
    text = item if isinstance(item, str) else json.dumps(item)
    await response.write(f"{text}\n".encode())


class Channel:
    """The server's end of one connection to satellites."""

    def __init__(self, socket: web.WebSocketResponse) -> None:
        self._socket = socket
        self._messages: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._next_id = 0
        self.closed = asyncio.Event()

    async def serve(self) -> None:
        """Read until the connection ends."""
        async for message in self._socket:
            self._messages.put_nowait(json.loads(message.data))
        self.closed.set()

    async def next(self) -> dict[str, Any]:
        """Return the next message of the integration."""
        return await asyncio.wait_for(self._messages.get(), 3)

    async def send(self, command: str, **fields: Any) -> str:
        """Send a command; return its id."""
        self._next_id += 1
        message = {"type": command, "id": f"command-{self._next_id}", **fields}
        await self._socket.send_json(message)
        return str(message["id"])

    async def ask(self, command: str, **fields: Any) -> dict[str, Any]:
        """Send a command and return its answer, without its id."""
        command_id = await self.send(command, **fields)
        answer = await self.next()
        assert answer.pop("id") == command_id
        return answer

    async def send_raw(self, text: str) -> None:
        """Send what may be no command."""
        await self._socket.send_str(text)

    async def send_bytes(self, data: bytes) -> None:
        """Send what is no text."""
        await self._socket.send_bytes(data)

    async def close(self) -> None:
        """Hang up."""
        await self._socket.close()


class HearkenServer:
    """What the tests know of a running server, and what they told it to answer."""

    def __init__(self) -> None:
        self.token = TOKEN
        self.sign_as = "1"
        self.home: dict[str, Any] = {
            "protocol": 1,
            "version": "0.1.0",
            "instance_id": INSTANCE_ID,
            "languages": ["en", "de", "fr", "es", "nl"],
            "wyoming_port": 10600,
            "status": "connected",
            "exposed": {"entities": 12},
            "models": {"stt": ["ears"], "tts": ["voice", "other"], "wake": []},
        }
        self.home_script: Script | None = None
        # Newest first.
        self.ended: list[dict[str, Any]] = []
        self.turns_script: Script | None = None
        # Absent: an older server.
        self.has_channel = True
        self.channels: asyncio.Queue[Channel] = asyncio.Queue()
        self.turns: list[dict[str, Any]] = []
        self.faults: list[str] = []
        self._script: deque[Script] = deque()
        app = web.Application()
        app.router.add_get("/api/v1/home", self._answer_home)
        app.router.add_post("/api/v1/conversation", self._answer_turn)
        app.router.add_get("/api/v1/satellites", self._answer_channel)
        app.router.add_get("/api/v1/turns", self._answer_ended)
        app.router.add_route("*", "/{path:.*}", self._answer_unknown)
        app.on_response_prepare.append(self._sign)
        self._server = TestServer(app)

    @property
    def port(self) -> int:
        return int(self._server.port or 0)

    def script(self, *scripts: Script) -> None:
        """Add the answers of the next turns."""
        self._script += scripts

    async def start(self) -> None:
        await self._server.start_server(shutdown_timeout=0.1)

    async def stop(self) -> None:
        """Listen no more; what runs is cut off."""
        await self._server.close()

    def verify(self) -> None:
        """Fail when something came that no test asked for, or did not come."""
        assert self.faults == []
        assert not self._script, "a scripted turn was never asked for"

    async def _sign(self, _request: web.Request, response: web.StreamResponse) -> None:
        response.headers["hearken-protocol"] = self.sign_as

    async def _answer_home(self, request: web.Request) -> web.StreamResponse:
        if refusal := self._refusal(request):
            return await refusal(request)
        if self.home_script:
            return await self.home_script(request)
        return web.json_response(self.home)

    async def _answer_ended(self, request: web.Request) -> web.StreamResponse:
        if refusal := self._refusal(request):
            return await refusal(request)
        if self.turns_script:
            return await self.turns_script(request)
        return web.json_response({"protocol": 1, "turns": self.ended})

    async def _answer_turn(self, request: web.Request) -> web.StreamResponse:
        if refusal := self._refusal(request):
            return await refusal(request)
        body = await request.json()
        self.turns.append(body)
        for name, value in body.items():
            if not isinstance(value, _FIELDS.get(name, type(None))):
                self.faults.append(f"{name} is {value!r}")
        self.faults += [f"no {n}" for n in ("text", "turn_id") if not body.get(n)]
        if not self._script:
            self.faults.append(f"unscripted turn {body}")
            return web.Response(status=500)
        return await self._script.popleft()(request)

    async def channel(self) -> Channel:
        """Return the integration's next connection to satellites."""
        return await asyncio.wait_for(self.channels.get(), 5)

    async def _answer_channel(self, request: web.Request) -> web.StreamResponse:
        if refusal := self._refusal(request):
            return await refusal(request)
        if not self.has_channel:
            return await error(404, "REQUEST_NOT_FOUND")(request)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        channel = Channel(socket)
        self.channels.put_nowait(channel)
        await channel.serve()
        return socket

    def _refusal(self, request: web.Request) -> Script | None:
        if request.headers.get("hearken-protocol") != "1":
            self.faults.append("no protocol header")
        if request.headers.get("authorization") == f"Bearer {self.token}":
            return None
        return error(401, "ACCESS_REFUSED")

    async def _answer_unknown(self, request: web.Request) -> web.StreamResponse:
        self.faults.append(f"{request.method} {request.path}")
        return web.Response(status=404)
