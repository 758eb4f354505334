/** A wake backend for tests: it hears a word in every frame that begins with the word's number. */
import type { Heard, TunedWord, WakeBackend } from '../../../src/engines/wake/backend.ts';
import { frameSamples } from '../../../src/engines/wake/backend.ts';
import type { WakeTuning } from '../../../src/engines/wake/engine.ts';

export type FakeWakeBackend = WakeBackend & {
  readonly openStreams: () => number;
  readonly isClosed: () => boolean;
};

export function tunedWord(name: string, tuning: Partial<WakeTuning> = {}): TunedWord {
  return {
    name,
    phrase: name.replaceAll('_', ' '),
    languages: ['en'],
    attribution: { name: 'test', url: 'https://example.org' },
    description: name,
    tuning: { threshold: 0.5, triggerLevel: 1, refractoryMs: 0, ...tuning },
  };
}

/** Words are heard by their number: 1 for the first word. */
export function fakeWakeBackend(words: readonly TunedWord[], kind: Heard['kind'] = 'score'): FakeWakeBackend {
  let openStreams = 0;
  let isClosed = false;
  return {
    words,
    openStreams: () => openStreams,
    isClosed: () => isClosed,
    open(names) {
      if (isClosed) throw new Error('opened after close');
      openStreams += 1;
      return {
        accept(frame) {
          if (frame.length !== frameSamples) throw new Error(`frame of ${frame.length} samples`);
          const heard = words.map(({ name }, index) => ({
            kind,
            name,
            score: frame[0] === index + 1 ? 0.9 : 0.1,
          }));
          return heard.filter(({ name, score }) => names.has(name) && (kind === 'score' || score > 0.5));
        },
        finish: () => [],
        close() {
          openStreams -= 1;
        },
      };
    },
    close: async () => {
      if (openStreams > 0) throw new Error(`closed under ${openStreams} streams`);
      isClosed = true;
    },
  };
}

/** Audio of whole frames, each beginning with the given number. */
export function framesOf(...numbers: readonly number[]): Int16Array {
  const samples = new Int16Array(numbers.length * frameSamples);
  numbers.forEach((number, index) => (samples[index * frameSamples] = number));
  return samples;
}
