/**
 * A client of the voice services, speaking Wyoming as Home Assistant and satellites do: one connection per
 * request. The command line and the benches use it, so that both measure what a peer would see.
 */
import { connect, type Connection, type WyomingEvent, type WyomingEventOf } from 'wyoming-ts';
import { bytesFromInt16, int16FromBytes } from '../audio/pcm.ts';
import { concatSamples } from '../audio/chunk.ts';
import { systemClock } from '../core/clock.ts';
import { RequestError } from '../core/errors.ts';
import { paced } from './pace.ts';

export type ClientOptions = {
  readonly signal: AbortSignal;
  /** How long the TCP connection may take. */
  readonly connectTimeoutMs?: number;
};

export type Info = WyomingEventOf<'info'>['data'];

const defaultConnectTimeoutMs = 2_000;
const speechRateHz = 16_000;
const audioFormat = { rate: speechRateHz, width: 2, channels: 1 };

async function open(uri: string, options: ClientOptions): Promise<Connection> {
  return await connect(uri, {
    signal: options.signal,
    connectTimeoutMs: options.connectTimeoutMs ?? defaultConnectTimeoutMs,
  });
}

/** The next event of one of these types. @throws RequestError with the peer's words on `error`, or when it hangs up. */
async function expectEvent<Type extends WyomingEvent['type']>(
  events: AsyncIterator<WyomingEvent>,
  types: readonly Type[],
): Promise<WyomingEventOf<Type>> {
  for (;;) {
    const next = await events.next();
    if (next.done)
      throw new RequestError('REQUEST_INVALID', `the server hung up before ${types.join(' or ')}`);
    const event = next.value;
    if (isOneOf(event, types)) return event;
    if (event.type === 'error') {
      throw serverError(event);
    }
  }
}

function serverError(event: WyomingEventOf<'error'>): RequestError {
  return new RequestError('REQUEST_INVALID', `the server says: ${event.data.text}`, {
    details: { code: event.data.code },
  });
}

function isOneOf<Type extends WyomingEvent['type']>(
  event: WyomingEvent,
  types: readonly Type[],
): event is WyomingEventOf<Type> {
  const names: readonly string[] = types;
  return names.includes(event.type);
}

/** What the server offers. */
export async function describeServer(uri: string, options: ClientOptions): Promise<Info> {
  await using connection = await open(uri, options);
  const events = connection[Symbol.asyncIterator]();
  await connection.send({ type: 'describe' });
  return (await expectEvent(events, ['info'])).data;
}

export type SpokenReply = {
  readonly samples: Int16Array;
  readonly rateHz: number;
  /** From the request's last byte to the first `audio-chunk`. */
  readonly firstAudioMs: number;
  readonly totalMs: number;
};

/** Speaks one text with the voice, or the server's default one. */
export async function synthesize(
  uri: string,
  text: string,
  options: ClientOptions & { readonly voice?: string },
): Promise<SpokenReply> {
  await using connection = await open(uri, options);
  const events = connection[Symbol.asyncIterator]();
  const voice = options.voice === undefined ? {} : { voice: { name: options.voice } };
  await connection.send({ type: 'synthesize', data: { text, ...voice } });
  const startMs = systemClock.monotonicMs();
  const parts: Int16Array[] = [];
  let firstAudioMs = Number.NaN;
  let rateHz = 0;
  for (;;) {
    const event = await expectEvent(events, ['audio-start', 'audio-chunk', 'audio-stop']);
    if (event.type === 'audio-stop') break;
    rateHz = event.data.rate;
    if (event.type === 'audio-start') continue;
    if (parts.length === 0) firstAudioMs = systemClock.monotonicMs() - startMs;
    parts.push(int16FromBytes(event.payload));
  }
  return {
    samples: concatSamples(parts),
    rateHz,
    firstAudioMs,
    totalMs: systemClock.monotonicMs() - startMs,
  };
}

export type Transcription = {
  readonly text: string;
  /** From `audio-stop` sent to `transcript` received. */
  readonly afterStopMs: number;
};

export type AudioOptions = ClientOptions & {
  /** True: as a microphone, false: as fast as the server takes it. */
  readonly realTime: boolean;
};

/** @param samples mono 16 kHz. */
export async function transcribe(
  uri: string,
  samples: Int16Array,
  options: AudioOptions & { readonly language?: string },
): Promise<Transcription> {
  await using connection = await open(uri, options);
  const events = connection[Symbol.asyncIterator]();
  const language = options.language === undefined ? {} : { language: options.language };
  await connection.send({ type: 'transcribe', data: language });
  await connection.send({ type: 'audio-start', data: audioFormat });
  for await (const frame of paced(samples, { rateHz: speechRateHz, ...options })) {
    await connection.send({ type: 'audio-chunk', data: audioFormat, payload: bytesFromInt16(frame) });
  }
  await connection.send({ type: 'audio-stop', data: {} });
  const stopMs = systemClock.monotonicMs();
  const { data } = await expectEvent(events, ['transcript']);
  return { text: data.text, afterStopMs: systemClock.monotonicMs() - stopMs };
}

export type Heard = {
  readonly name: string;
  /** Position in the audio, as the server says, in ms. */
  readonly timestampMs: number | undefined;
  /** When the detection came, in ms after the first frame was sent. */
  readonly receivedMs: number;
};

/** Every detection in the audio, as they come; ends after the audio. @param samples mono 16 kHz. */
export async function* listen(
  uri: string,
  samples: Int16Array,
  options: AudioOptions & { readonly names?: readonly string[] },
): AsyncGenerator<Heard, void> {
  await using connection = await open(uri, options);
  await connection.send({ type: 'detect', data: options.names ? { names: [...options.names] } : {} });
  await connection.send({ type: 'audio-start', data: audioFormat });
  const startMs = systemClock.monotonicMs();
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  // Settled at once: when sending fails, reading tells why.
  const sending = Promise.allSettled([sendToEnd(connection, samples, { ...options, signal })]);
  try {
    for await (const event of connection) {
      if (event.type === 'not-detected') return;
      if (event.type === 'error') throw serverError(event);
      if (event.type !== 'detection') continue;
      const receivedMs = systemClock.monotonicMs() - startMs;
      yield { name: event.data.name ?? '', timestampMs: event.data.timestamp ?? undefined, receivedMs };
    }
  } finally {
    stop.abort();
    await sending;
  }
}

/** All audio, then the end of our side: the server answers what is left and hangs up. */
async function sendToEnd(connection: Connection, samples: Int16Array, options: AudioOptions): Promise<void> {
  for await (const frame of paced(samples, { rateHz: speechRateHz, ...options })) {
    await connection.send({ type: 'audio-chunk', data: audioFormat, payload: bytesFromInt16(frame) });
  }
  await connection.send({ type: 'audio-stop', data: {} });
  await connection.closeWrite();
}

export type Answer = {
  readonly text: string;
  readonly isHandled: boolean;
  /** What the server tells of the turn beside the text: `changes`, `path`. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly afterSendMs: number;
};

/** Sends one sentence to the conversation service. */
export async function converse(
  uri: string,
  text: string,
  options: ClientOptions & { readonly language?: string; readonly context?: Record<string, unknown> },
): Promise<Answer> {
  await using connection = await open(uri, options);
  const events = connection[Symbol.asyncIterator]();
  const language = options.language === undefined ? {} : { language: options.language };
  const context = options.context === undefined ? {} : { context: options.context };
  await connection.send({ type: 'transcript', data: { text, ...language, ...context } });
  const startMs = systemClock.monotonicMs();
  const event = await expectEvent(events, ['handled', 'not-handled']);
  return {
    text: event.data.text ?? '',
    isHandled: event.type === 'handled',
    context: event.data.context ?? {},
    afterSendMs: systemClock.monotonicMs() - startMs,
  };
}
