"""What goes over the wire to a Hearken server and back."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from homeassistant.util.json import JsonValueType, json_loads

DEFAULT_WYOMING_PORT = 10600

# Parts of the server's agent that may answer.
PATHS = ("local", "ha", "llm")


@dataclass(frozen=True, slots=True)
class SpeechToText:
    """What the server's Wyoming entry would be told now."""

    languages: tuple[str, ...]
    requires_external_vad: bool


@dataclass(frozen=True, slots=True)
class Models:
    """Which models serve, the default one of each service first."""

    stt: tuple[str, ...] = ()
    tts: tuple[str, ...] = ()
    wake: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Server:
    """Who answers with this token at this address."""

    instance_id: str
    version: str
    languages: tuple[str, ...]
    wyoming_port: int
    # None: there is none, or an older server does not say.
    stt: SpeechToText | None
    # Names of those that wait longer for silence than they have to.
    slow_satellites: tuple[str, ...]
    models: Models
    # Whether it sees a home of its own choice, and how much of it.
    is_home_connected: bool
    exposed_count: int | None


@dataclass(frozen=True, slots=True)
class User:
    """The person who is logged in; a satellite has none."""

    id: str
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One sentence and where it was said."""

    text: str
    language: str
    conversation_id: str
    turn_id: str
    user: User | None
    device_id: str | None
    satellite_id: str | None
    area_id: str | None
    floor_id: str | None
    extra_prompt: str | None
    device_supports_timers: bool

    def as_body(self) -> dict[str, Any]:
        """Return the request's body: what is not known is not there."""
        return asdict(self, dict_factory=_known)


class Proof(StrEnum):
    """What is known about a device the sentence asked to change."""

    PROVEN = "proven"
    STARTED = "started"
    ALREADY = "already"
    SENT = "sent"
    FAILED = "failed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Change:
    """One device the sentence asked to change."""

    entity_id: str
    name: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class Delta:
    """The next piece of the reply, as it is made."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The end of a turn: what was proven, and the whole reply."""

    speech: str
    language: str
    understood: bool
    continue_conversation: bool
    changes: tuple[Change, ...]
    # Which part of the agent answered; None: a server that does not say.
    path: str | None


@dataclass(frozen=True, slots=True)
class TurnFailed:
    """The end of a turn that broke inside the server."""

    code: str


type TurnEvent = Delta | Outcome | TurnFailed


def parse_server(body: bytes) -> Server:
    """Raise ValueError for what is no Hearken server's answer."""
    match json_loads(body):
        case {
            "instance_id": str(instance_id),
            "version": str(version),
            "languages": [*languages],
            **rest,
        } if instance_id:
            port = rest.get("wyoming_port")
            return Server(
                instance_id=instance_id,
                version=version,
                languages=tuple(str(language) for language in languages),
                wyoming_port=port if isinstance(port, int) else DEFAULT_WYOMING_PORT,
                stt=_speech_to_text(rest.get("stt")),
                slow_satellites=_names(rest.get("slow_satellites")),
                models=_models(rest.get("models")),
                is_home_connected=rest.get("status") == "connected",
                exposed_count=_exposed_count(rest.get("exposed")),
            )
    raise ValueError("no answer of a Hearken server")


def _speech_to_text(report: object) -> SpeechToText | None:
    match report:
        case {
            "languages": [*languages],
            "requires_external_vad": bool(requires_external_vad),
        }:
            return SpeechToText(
                tuple(sorted({str(language) for language in languages})),
                requires_external_vad,
            )
    return None


def _models(report: object) -> Models:
    if not isinstance(report, dict):
        return Models()
    return Models(
        stt=_texts(report.get("stt")),
        tts=_texts(report.get("tts")),
        wake=_texts(report.get("wake")),
    )


def _texts(items: object) -> tuple[str, ...]:
    return tuple(str(item) for item in items) if isinstance(items, list) else ()


def _exposed_count(exposed: object) -> int | None:
    match exposed:
        case {"entities": int(count)}:
            return count
    return None


def _names(satellites: object) -> tuple[str, ...]:
    names: list[str] = []
    for satellite in satellites if isinstance(satellites, list) else ():
        match satellite:
            case {"name": str(name)}:
                names.append(name)
    return tuple(names)


def parse_error_code(body: bytes) -> str | None:
    """Return the code of an error answer, None when it is none of Hearken's."""
    try:
        match json_loads(body):
            case {"error": {"code": str(code)}}:
                return code
    except ValueError:
        pass
    return None


def parse_event(line: bytes) -> TurnEvent | None:
    """Read one line of a turn; None for what does not concern Home Assistant.

    Raises ValueError for a line that breaks the protocol.
    """
    match json_loads(line):
        case {"type": "delta", "text": str(text)}:
            return Delta(text)
        case {
            "type": "outcome",
            "speech": str(speech),
            "language": str(language),
            "understood": bool(understood),
            "continue_conversation": bool(continue_conversation),
            "changes": [*changes],
            **rest,
        }:
            return Outcome(
                speech=speech,
                language=language,
                understood=understood,
                continue_conversation=continue_conversation,
                changes=tuple(_change(item) for item in changes),
                path=path if isinstance(path := rest.get("path"), str) else None,
            )
        case {"type": "error", "error": {"code": str(code)}}:
            return TurnFailed(code)
        case {"type": str(kind)} if kind not in ("delta", "outcome", "error"):
            return None
    raise ValueError("a line that is none of the protocol's")


def _change(item: JsonValueType) -> Change:
    match item:
        case {"entity_id": str(entity_id), "name": str(name), "proof": str(proof)}:
            return Change(entity_id, name, Proof(proof))
    raise ValueError("a change without entity, name or proof")


def _known(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in fields if value is not None}


def parse_last_turn(body: bytes) -> dict[str, Any] | None:
    """Return the first of the listed turns, None for none.

    Raises ValueError for what is no list of turns.
    """
    match json_loads(body):
        case {"turns": []}:
            return None
        case {"turns": [dict(turn), *_]}:
            return turn
    raise ValueError("no list of turns")
