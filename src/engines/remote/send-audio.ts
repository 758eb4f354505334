/** Sends 16 kHz audio to a worker while its answers are read. */
import type { Connection } from 'wyoming-ts';
import { bytesFromInt16 } from '../../audio/pcm.ts';
import { abortable } from '../../core/abort.ts';
import { EngineError } from '../../core/errors.ts';

export type Sending = Disposable & {
  /** Aborts when the audio fails, or when the answer to all of it does not come in time. */
  readonly failed: AbortSignal;
  /** True when the worker was sent everything. */
  readonly isDone: boolean;
};

export type SendOptions = {
  /** How long the worker may take after the end of the audio. */
  readonly answerTimeoutMs: number;
  /** True: our side ends with the audio, so that the worker hangs up after its last answer. */
  readonly endsRequest: boolean;
  readonly signal: AbortSignal;
};

export const remoteAudioFormat = { rate: 16_000, width: 2, channels: 1 };

/** Disposing of it leaves the rest of the audio where it is. */
export function startSending(
  connection: Connection,
  audio: AsyncIterable<Int16Array>,
  { answerTimeoutMs, endsRequest, signal }: SendOptions,
): Sending {
  const failure = new AbortController();
  const over = new AbortController();
  let isDone = false;
  let timer: NodeJS.Timeout | undefined;
  const late = () =>
    new EngineError('ENGINE_FAILED', `no answer within ${answerTimeoutMs} ms`, { retryable: true });
  const whileAsked = AbortSignal.any([signal, over.signal]);
  const send = async (): Promise<void> => {
    await sendAll(connection, audio, whileAsked);
    isDone = true;
    if (endsRequest) await connection.closeWrite();
    if (!over.signal.aborted) timer = setTimeout(() => failure.abort(late()), answerTimeoutMs);
  };
  // A broken connection is the reader's to tell.
  send().catch((error: unknown) => failure.abort(error));
  return {
    failed: AbortSignal.any([signal, failure.signal]),
    get isDone() {
      return isDone;
    },
    [Symbol.dispose]: () => {
      over.abort();
      clearTimeout(timer);
    },
  };
}

async function sendAll(
  connection: Connection,
  audio: AsyncIterable<Int16Array>,
  signal: AbortSignal,
): Promise<void> {
  const source = audio[Symbol.asyncIterator]();
  try {
    await connection.send({ type: 'audio-start', data: remoteAudioFormat }, { signal });
    for (;;) {
      const next = await abortable(source.next(), signal);
      if (next.done === true) break;
      if (next.value.length === 0) continue;
      const payload = bytesFromInt16(next.value);
      await connection.send({ type: 'audio-chunk', data: remoteAudioFormat, payload }, { signal });
    }
    await connection.send({ type: 'audio-stop', data: {} }, { signal });
  } finally {
    // Not awaited: a source that waits for its next value can only be closed after that.
    if (signal.aborted) Promise.resolve(source.return?.()).catch(() => undefined);
  }
}
