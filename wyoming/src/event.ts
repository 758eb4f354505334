/** All events of the protocol as one discriminated union. */
import type { EventOf, SendableOf } from './define.ts';
import { transcribe, transcript, transcriptChunk, transcriptStart, transcriptStop } from './events/asr.ts';
import { audioChunk, audioStart, audioStop } from './events/audio.ts';
import { error } from './events/error.ts';
import { handled, handledChunk, handledStart, handledStop, notHandled } from './events/handle.ts';
import { describe, info, selectProgram } from './events/info.ts';
import { intent, intentsStart, intentsStop, notRecognized, recognize } from './events/intent.ts';
import { ping, pong } from './events/ping.ts';
import { runPipeline } from './events/pipeline.ts';
import {
  pauseSatellite,
  runSatellite,
  satelliteConnected,
  satelliteDisconnected,
  streamingStarted,
  streamingStopped,
} from './events/satellite.ts';
import { played } from './events/snd.ts';
import { timerCancelled, timerFinished, timerStarted, timerUpdated } from './events/timer.ts';
import {
  synthesize,
  synthesizeChunk,
  synthesizeStart,
  synthesizeStop,
  synthesizeStopped,
} from './events/tts.ts';
import { userEvent } from './events/user-event.ts';
import { voiceStarted, voiceStopped } from './events/vad.ts';
import { detect, detection, notDetected } from './events/wake.ts';

/** Every event type known here, grouped as in `events/`. */
export const eventDefinitions = [
  describe,
  info,
  selectProgram,
  audioStart,
  audioChunk,
  audioStop,
  transcribe,
  transcript,
  transcriptStart,
  transcriptChunk,
  transcriptStop,
  synthesize,
  synthesizeStart,
  synthesizeChunk,
  synthesizeStop,
  synthesizeStopped,
  detect,
  detection,
  notDetected,
  voiceStarted,
  voiceStopped,
  recognize,
  intent,
  intentsStart,
  intentsStop,
  notRecognized,
  handled,
  notHandled,
  handledStart,
  handledChunk,
  handledStop,
  played,
  ping,
  pong,
  error,
  runSatellite,
  pauseSatellite,
  satelliteConnected,
  satelliteDisconnected,
  streamingStarted,
  streamingStopped,
  runPipeline,
  timerStarted,
  timerUpdated,
  timerCancelled,
  timerFinished,
  userEvent,
] as const;

type KnownDefinition = (typeof eventDefinitions)[number];

export type KnownEvent = EventOf<KnownDefinition>;

/** An event this version does not know: to be ignored, or passed on as it is. */
export type UnknownEvent = {
  type: 'unknown';
  /** The type as on the wire. */
  name: string;
  data: Record<string, unknown>;
  payload?: Uint8Array;
};

/** What is read from a connection. */
export type WyomingEvent = KnownEvent | UnknownEvent;

/** What may be sent: optional fields and empty data may be left out. */
export type SendableEvent = SendableOf<KnownDefinition> | UnknownEvent;

/** One event of the union by its wire name, e.g. `WyomingEventOf<'transcript'>`. */
export type WyomingEventOf<Type extends WyomingEvent['type']> = Extract<WyomingEvent, { type: Type }>;

export const definitionByType: ReadonlyMap<string, KnownDefinition> = new Map(
  eventDefinitions.map((definition): [string, KnownDefinition] => [definition.type, definition]),
);
