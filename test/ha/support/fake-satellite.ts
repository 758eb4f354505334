/** A Wyoming satellite without microphone and loudspeaker: Home Assistant connects to it as to a real one. */
import { type Connection, createInfo, serve, type WyomingEvent, type WyomingEventOf } from 'wyoming-ts';
import { bytesFromInt16, int16FromBytes } from '../../../src/audio/pcm.ts';
import { paced } from '../../../src/client/pace.ts';

type EventType = WyomingEvent['type'];
type Received<Type extends EventType = EventType> = {
  /** `performance.now()` when it came. */
  readonly atMs: number;
  readonly event: WyomingEventOf<Type>;
};

/** What came out of the loudspeaker: a reply or an announcement. */
export type Played = {
  readonly rateHz: number;
  readonly samples: Int16Array;
  /** `performance.now()` of the first samples and of the end. */
  readonly startedAtMs: number;
  readonly endedAtMs: number;
};

export type SatelliteTurn = {
  readonly heard: string;
  readonly speech: string;
  readonly played: Played;
  /** `performance.now()` when the recording's last frame went out; silence follows it until core has the text. */
  readonly lastFrameAtMs: number;
};

export type FakeSatellite = AsyncDisposable & {
  /** For core's form: host `127.0.0.1` and this port. */
  readonly port: number;
  /** Everything core sent, audio apart. */
  readonly received: readonly Received[];
  readonly played: readonly Played[];
  /** The first event of this type from `since` (an index of `received`, default 0) on; waits for it. */
  until<Type extends EventType>(
    type: Type,
    options?: { readonly since?: number },
  ): Promise<WyomingEventOf<Type>>;
  /** Speaks a recording (mono 16 kHz) in real time and hears the reply out; throws core's `error`. */
  say(recording: Int16Array): Promise<SatelliteTurn>;
};

export type SatelliteOptions = {
  readonly name: string;
  /** Core puts the new device there, making the area when there is none. */
  readonly area: string;
};

/** Longer than HA's own limit of an utterance and a reply together. */
const timeoutMs = 40_000;
const micFormat = { rate: 16_000, width: 2, channels: 1 };

export async function startFakeSatellite({ name, area }: SatelliteOptions): Promise<FakeSatellite> {
  const received: Received[] = [];
  const played: Played[] = [];
  const ending = new AbortController();
  let core: Connection | undefined;
  let wake = signalOnce();
  const changed = (): void => {
    wake.resolve();
    wake = signalOnce();
  };

  const server = await serve('tcp://127.0.0.1:0', async (connection) => {
    let reply: { rateHz: number; startedAtMs: number; chunks: Uint8Array[] } | undefined;
    for await (const event of connection) {
      if (event.type === 'audio-chunk') {
        reply?.chunks.push(event.payload);
        continue;
      }
      if (event.type === 'describe') await connection.send(describeSatellite(name, area));
      if (event.type === 'ping') await connection.send({ type: 'pong', data: event.data });
      if (event.type === 'describe' || event.type === 'ping') continue;
      if (event.type === 'run-satellite') core = connection;
      if (event.type === 'audio-start')
        reply = { rateHz: event.data.rate, startedAtMs: performance.now(), chunks: [] };
      if (event.type === 'audio-stop' && reply) {
        const { chunks, ...rest } = reply;
        played.push({
          ...rest,
          samples: int16FromBytes(Buffer.concat(chunks)),
          endedAtMs: performance.now(),
        });
        await connection.send({ type: 'played' });
      }
      received.push({ atMs: performance.now(), event });
      changed();
    }
  });

  const waitFor = async <Value>(what: string, find: () => Value | undefined): Promise<Value> => {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      ending.signal.throwIfAborted();
      const leftMs = deadline - performance.now();
      if (leftMs <= 0)
        throw new Error(`no ${what}; came: ${received.map(({ event }) => event.type).join(' ')}`);
      let timer: NodeJS.Timeout | undefined;
      const time = new Promise<void>((resolve) => (timer = setTimeout(resolve, leftMs)));
      await Promise.race([wake.promise, time]);
      clearTimeout(timer);
    }
  };

  const find = <Type extends EventType>(type: Type, since: number): WyomingEventOf<Type> | undefined => {
    const isType = (event: WyomingEvent): event is WyomingEventOf<Type> => event.type === type;
    return received
      .slice(since)
      .map(({ event }) => event)
      .find(isType);
  };

  const say = async (recording: Int16Array): Promise<SatelliteTurn> => {
    const connection = await waitFor('connection of core', () => core);
    const [eventsBefore, playedBefore] = [received.length, played.length];
    const failed = (): void => {
      const error = find('error', eventsBefore);
      if (error) throw new Error(`${error.data.code}: ${error.data.text}`);
    };
    const hasEnded = (): boolean =>
      (find('transcript', eventsBefore) ?? find('error', eventsBefore)) !== undefined;
    const send = async (samples: Int16Array): Promise<void> =>
      await connection.send({ type: 'audio-chunk', data: micFormat, payload: bytesFromInt16(samples) });
    const pace = { rateHz: micFormat.rate, realTime: true, signal: AbortSignal.timeout(timeoutMs) };
    await connection.send({ type: 'run-pipeline', data: { start_stage: 'asr', end_stage: 'tts' } });
    for await (const frame of paced(recording, pace)) await send(frame);
    const lastFrameAtMs = performance.now();
    const silence = new Int16Array(20 * micFormat.rate);
    for await (const frame of paced(silence, pace)) {
      if (hasEnded()) break;
      await send(frame);
    }
    return await waitFor('reply', () => {
      failed();
      const heard = find('transcript', eventsBefore);
      const speech = find('synthesize', eventsBefore);
      const reply = played[playedBefore];
      if (!heard || !speech || !reply) return undefined;
      return { heard: heard.data.text, speech: speech.data.text, played: reply, lastFrameAtMs };
    });
  };

  return {
    port: Number(new URL(server.uri).port),
    received,
    played,
    until: async (type, { since = 0 } = {}) => await waitFor(type, () => find(type, since)),
    say,
    [Symbol.asyncDispose]: async () => {
      ending.abort();
      changed();
      await server.destroy();
    },
  };
}

/** A promise and what resolves it. */
function signalOnce(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}

function describeSatellite(name: string, area: string): WyomingEvent {
  return createInfo({
    satellite: {
      name,
      area,
      attribution: { name: 'tests', url: 'https://hearken.invalid' },
      installed: true,
      has_vad: false,
    },
  });
}
