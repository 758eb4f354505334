/** When a sentence counts as over, in the time of its audio: the same on every machine, however busy. */
import { createHash } from 'node:crypto';
import { pipelineFrameSamples } from '../../client/pace.ts';
import type { SttEngine } from '../../engines/stt/engine.ts';
import type { Completeness } from '../../agent/understand/completeness.ts';
import { Endpoint, type JudgeSentence } from '../../services/endpoint.ts';
import type { SentenceClip } from './clips.ts';

export type Decision = {
  readonly clip: SentenceClip;
  /** `end`: the audio was over first. */
  readonly why: Completeness | 'end';
  /** From the last voiced sample; negative when somebody still spoke. */
  readonly afterMs: number;
  readonly text: string;
  /** The same for the moment in which the text was first told. */
  readonly knownAfterMs: number;
  /** What was heard of the whole recording has more words. */
  readonly isShort: boolean;
};

export type DecisionParts = {
  readonly engine: SttEngine;
  readonly judge: JudgeSentence;
  readonly signal: AbortSignal;
};

export async function decide(
  clip: SentenceClip,
  { engine, judge, signal }: DecisionParts,
): Promise<Decision> {
  // Other languages are heard by the English model here: their words are none.
  const language = clip.speakers === 'human French' ? 'fr' : 'en';
  const endpoint = new Endpoint((text) => judge({ text, language }));
  let heardSamples = 0;
  async function* audio(): AsyncGenerator<Int16Array, void> {
    for (let at = 0; at < clip.samples.length; at += pipelineFrameSamples) {
      const frame = clip.samples.subarray(at, at + pipelineFrameSamples);
      heardSamples += frame.length;
      yield frame;
    }
  }
  const afterMs = (): number => heardSamples / 16 - clip.voicedMs;
  let decided: Omit<Decision, 'clip' | 'isShort'> | undefined;
  let whole = '';
  let told = { text: '', afterMs: Number.NaN };
  for await (const part of engine.transcribe(audio(), { signal })) {
    if (part.kind === 'partial') continue;
    const { text } = part;
    if (text !== told.text) told = { text, afterMs: afterMs() };
    const at = { afterMs: afterMs(), text, knownAfterMs: told.afterMs };
    if (part.kind === 'final') {
      whole = text;
      decided ??= { why: 'end', ...at };
      continue;
    }
    const completeness = decided ? undefined : endpoint.over(part);
    if (completeness) decided = { why: completeness, ...at };
  }
  const result = decided ?? { why: 'end' as const, afterMs: afterMs(), text: whole, knownAfterMs: afterMs() };
  return { clip, ...result, isShort: countWords(whole) > countWords(result.text) };
}

const countWords = (text: string): number => text.split(' ').filter((word) => word !== '').length;

/** Two halves that nobody chose, of recordings by their files or of sentences: what is tuned on one is checked on the other. */
export function halfOf(name: string): 'A' | 'B' {
  return (createHash('sha256').update(name).digest()[0] ?? 0) % 2 === 0 ? 'A' : 'B';
}
