/** Word errors of our engine and of a peer on the same framed clips. */
import { transcribe } from '../../client/voice-client.ts';
import type { SpeechHints, SttEngine } from '../../engines/stt/engine.ts';
import { chunked } from '../../audio/chunk.ts';
import type { BenchRow } from '../report.ts';
import type { CommandClip, CommandClips, Padding } from './clips.ts';
import { wordErrorRate, wordErrors } from './wer.ts';

/** The final transcript of one clip. */
export type Hear = (samples: Int16Array) => Promise<string>;

/** What a satellite sends in one message. */
const frameSamples = 1_280;

export function hearWith(engine: SttEngine, signal: AbortSignal): Hear {
  return async (samples) => {
    let text = '';
    for await (const part of engine.transcribe(chunked(once(samples), frameSamples), { signal }))
      if (part.kind === 'final') text = part.text;
    return text;
  };
}

/** Over the peer's port, as fast as it takes the audio. */
export const hearAt =
  (uri: string, signal: AbortSignal): Hear =>
  async (samples) =>
    (await transcribe(uri, samples, { realTime: false, signal })).text;

async function* once(samples: Int16Array): AsyncGenerator<Int16Array, void> {
  yield samples;
}

/** Bounds of the clips as recorded, with hints, in percent. */
const bounds = { human: 26, tts: 6 } as const;
const speakers = { human: 'human', tts: 'TTS' } as const;

export type AccuracyOptions = {
  readonly clips: CommandClips;
  readonly paddings: readonly Padding[];
  readonly peer: Hear;
  readonly signal: AbortSignal;
};

/** One row per speaker, framing and kind of hints. */
export async function accuracyRows(
  engine: SttEngine,
  hints: SpeechHints,
  { clips, paddings, peer, signal }: AccuracyOptions,
): Promise<BenchRow[]> {
  const ours = hearWith(engine, signal);
  const [asRecorded, ...framings] = paddings;
  if (!asRecorded) return [];
  const rows: BenchRow[] = [];
  const add = async (hear: Hear, padding: Padding, label: string, isBound = false): Promise<void> => {
    for (const who of ['human', 'tts'] as const) {
      const value = await errorRate(hear, clips[who], padding);
      const bound = bounds[who];
      const metric = `WER, ${speakers[who]} commands, ${padding.name}, ${label}`;
      const row = { metric, value, unit: '%', n: clips[who].length };
      rows.push(isBound ? { ...row, target: `≤ ${bound}`, met: value <= bound } : row);
    }
  };
  await add(ours, asRecorded, 'no hints');
  await engine.useHints({ ...hints, terms: [] }, { signal });
  await add(ours, asRecorded, 'names alone');
  await engine.useHints(hints, { signal });
  await add(ours, asRecorded, 'names and command words', true);
  await add(peer, asRecorded, 'peer');
  for (const padding of framings) {
    await add(ours, padding, 'names and command words', true);
    await add(peer, padding, 'peer');
  }
  return rows;
}

async function errorRate(hear: Hear, clips: readonly CommandClip[], { pad }: Padding): Promise<number> {
  const sentences = [];
  for (const { text, samples } of clips) sentences.push(wordErrors(text, await hear(pad(samples))));
  return wordErrorRate(sentences);
}
