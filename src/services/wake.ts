/** Wake words over Wyoming: `detect`, audio, a `detection` for each word heard. */
import type { WyomingEvent } from 'wyoming-ts';
import type { Clock } from '../core/clock.ts';
import { toError } from '../core/errors.ts';
import { Queue } from '../core/queue.ts';
import { asksForDetails } from '../engines/remote/details.ts';
import type { WakeEngine } from '../engines/wake/engine.ts';
import type { Turn } from './turn.ts';
import { Utterance } from './utterance.ts';

export type WakeService = { readonly engine: WakeEngine };

/** Two seconds at 16 kHz: a word heard later than that wakes nobody any more, so old audio makes room. */
const backlogSamples = 32_000;

/** What runs so far ahead of the clock is no microphone but a recording: it can wait, and all of it is heard. */
const recordingAheadMs = 1_000;
/** No microphone's own clock is faster by so much. */
const microphonePace = 1.1;

/** Listens until the audio ends, answering with every detection, or with one `not-detected`. */
export async function listen(
  request: Extract<WyomingEvent, { type: 'detect' }> | undefined,
  { engine }: WakeService,
  turn: Turn,
): Promise<void> {
  const { signal, clock, report, connectionId, remoteAddress, log } = turn;
  const { names, context } = request?.data ?? {};
  const isForHearken = asksForDetails(context);
  const left = new AbortController();
  const listening = AbortSignal.any([signal, left.signal]);
  const utterance = new Utterance(turn.inbox, { signal: listening });
  const backlog = new Queue<Int16Array>({
    limit: backlogSamples,
    policy: 'drop-oldest',
    weigh: (samples) => samples.length,
  });
  const isRecording = watchPace(() => utterance.audioMs, clock);
  const receiving = receive(utterance, { backlog, isRecording, signal: listening });
  let count = 0;
  try {
    const options = names && names.length > 0 ? { names, signal: listening } : { signal: listening };
    for await (const { name, phrase, atMs, score, energyDb } of engine.listen(backlog, options)) {
      count += 1;
      const timestamp = Math.round(utterance.firstTimestampMs + atMs);
      const details = isForHearken && { hearken: { phrase, score, energy_db: energyDb } };
      const known = (context || details) && { context: { ...context, ...details } };
      await turn.send({ type: 'detection', data: { name, timestamp, ...known } });
      const when = { connectionId, remoteAddress, startedAtMs: clock.now() };
      report({ stage: 'wake', ...when, name, phrase, audioMs: atMs, score, energyDb });
    }
  } finally {
    left.abort();
    await receiving;
  }
  if (backlog.droppedCount > 0) log.warn('wake audio was dropped', { chunks: backlog.droppedCount });
  if (count === 0 && !utterance.isAbandoned)
    await turn.send({ type: 'not-detected', data: context ? { context } : {} });
}

/** Says, asked again and again, whether audio comes faster than a microphone makes it. */
function watchPace(audioMs: () => number, clock: Clock): () => boolean {
  let aheadMs = 0;
  let last = { audioMs: audioMs(), atMs: clock.monotonicMs() };
  return () => {
    const now = { audioMs: audioMs(), atMs: clock.monotonicMs() };
    const recordedMs = (now.atMs - last.atMs) * microphonePace;
    aheadMs = Math.max(0, aheadMs + now.audioMs - last.audioMs - recordedMs);
    last = now;
    return aheadMs > recordingAheadMs;
  };
}

type Receiving = {
  readonly backlog: Queue<Int16Array>;
  readonly isRecording: () => boolean;
  readonly signal: AbortSignal;
};

/** Never rejects: a failure reaches the engine as the end of its audio. */
async function receive(utterance: Utterance, { backlog, isRecording, signal }: Receiving): Promise<void> {
  try {
    for await (const samples of utterance)
      await backlog.push(samples, signal, isRecording() ? 'block' : 'drop-oldest');
    backlog.close();
  } catch (error) {
    backlog.close(toError(error));
  }
}
