/** Streams of typed phrases run as fast as the machine can. */
import { frameSamples } from '../../engines/wake/backend.ts';
import type { Heard, WakeBackend } from '../../engines/wake/backend.ts';
import { createPhraseBackend } from '../../engines/wake/phrases/backend.ts';
import type { InstalledModel } from '../../core/installed-model.ts';
import { nameOfPhrase } from '../../engines/wake/names.ts';

/** A backend for these phrases with the settings a user gets who only types them. */
export function phraseBackend(model: InstalledModel, phrases: readonly string[]): Promise<WakeBackend> {
  const words = phrases.map((phrase) => ({
    word: { name: nameOfPhrase(phrase), phrase, description: phrase },
    refractoryMs: 2_000,
  }));
  return createPhraseBackend({ model, words, gate: true });
}

type HeardAt = { readonly name: string; readonly atMs: number };

type PhraseRun = {
  /** Names heard in these samples, which go on where the last ones ended; a rest below one frame waits. */
  push(samples: Int16Array): readonly HeardAt[];
  close(): void;
};

/** One stream that listens for all phrases of the backend; each is deaf for 2 s after it was heard. */
export async function startRun(backend: WakeBackend): Promise<PhraseRun> {
  const stream = backend.open(new Set(backend.words.map(({ name }) => name)));
  const refractoryMs = new Map(backend.words.map(({ name, tuning }) => [name, tuning.refractoryMs]));
  const lastMs = new Map<string, number>();
  let rest = new Int16Array();
  let frameCount = 0;
  return {
    push(samples) {
      const all = new Int16Array(rest.length + samples.length);
      all.set(rest);
      all.set(samples, rest.length);
      const heard: HeardAt[] = [];
      let at = 0;
      for (; at + frameSamples <= all.length; at += frameSamples) {
        frameCount += 1;
        const atMs = (frameCount * frameSamples) / 16;
        for (const { name } of settled(stream.accept(all.subarray(at, at + frameSamples)))) {
          if (atMs - (lastMs.get(name) ?? Number.NEGATIVE_INFINITY) < (refractoryMs.get(name) ?? 0)) continue;
          lastMs.set(name, atMs);
          heard.push({ name, atMs });
        }
      }
      rest = all.slice(at);
      return heard;
    },
    close: () => stream.close(),
  };
}

/** The phrase backend answers at once. */
function settled(answer: ReturnType<ReturnType<WakeBackend['open']>['accept']>): readonly Heard[] {
  return Array.isArray(answer) ? answer : [];
}
