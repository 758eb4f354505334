/** One sentence to a server that may answer while the microphone still runs, as Home Assistant sends it. */
import { connect, type Connection } from 'wyoming-ts';
import { bytesFromInt16 } from '../audio/pcm.ts';
import { systemClock } from '../core/clock.ts';
import { RequestError } from '../core/errors.ts';
import { paced, pipelineFrameSamples } from './pace.ts';

export type EarlyTranscript = {
  readonly text: string;
  /** From the moment of the first sample to the transcript, in ms. */
  readonly atMs: number;
};

const audioFormat = { rate: 16_000, width: 2, channels: 1 };

/** Streams in real time until the transcript comes, or to the end. @param samples mono 16 kHz. */
export async function untilTranscript(
  uri: string,
  samples: Int16Array,
  { signal }: { readonly signal: AbortSignal },
): Promise<EarlyTranscript> {
  await using connection = await connect(uri, { signal, connectTimeoutMs: 2_000 });
  await connection.send({ type: 'transcribe', data: {} });
  await connection.send({ type: 'audio-start', data: audioFormat });
  const startMs = systemClock.monotonicMs();
  const answered = new AbortController();
  // Settled at once: when sending fails, reading tells why.
  const sending = Promise.allSettled([send(connection, samples, AbortSignal.any([signal, answered.signal]))]);
  try {
    for await (const event of connection) {
      if (event.type === 'error') throw new RequestError('REQUEST_INVALID', event.data.text);
      if (event.type === 'transcript')
        return { text: event.data.text, atMs: systemClock.monotonicMs() - startMs };
    }
    throw new RequestError('REQUEST_INVALID', 'the server hung up before the transcript');
  } finally {
    answered.abort();
    await sending;
  }
}

async function send(connection: Connection, samples: Int16Array, signal: AbortSignal): Promise<void> {
  const pace = { rateHz: audioFormat.rate, realTime: true, frameSamples: pipelineFrameSamples, signal };
  for await (const frame of paced(samples, pace))
    await connection.send({ type: 'audio-chunk', data: audioFormat, payload: bytesFromInt16(frame) });
  await connection.send({ type: 'audio-stop', data: {} });
}
