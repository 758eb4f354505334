/** A voice model that speaks one sample per character and records what it was asked: a fake of our own port. */
import type { Synthesis, TtsModel } from '../../../src/engines/tts/tts-model.ts';

export type FakeTtsModel = TtsModel & {
  readonly spoken: { readonly text: string; readonly how: Synthesis }[];
  /** `load`, `close` in the order they came. */
  readonly calls: string[];
};

export type FakeTtsOptions = {
  readonly speakers?: readonly string[];
  /** Awaited by every synthesis; lets a test hold it. */
  readonly gate?: () => Promise<void>;
  readonly sample?: number;
};

export function fakeTtsModel(id: string, options: FakeTtsOptions = {}): FakeTtsModel {
  const spoken: FakeTtsModel['spoken'] = [];
  const calls: string[] = [];
  const attribution = { name: 'test', url: 'https://example.com' };
  const voice = {
    name: id,
    languages: ['en'],
    speakers: options.speakers ?? [],
    description: id,
    attribution,
  };
  return {
    id,
    voices: [{ ...voice, rateHz: 16_000, fingerprint: id }],
    spoken,
    calls,
    load: async () => {
      calls.push('load');
      return {
        async *synthesise(text, how) {
          spoken.push({ text, how });
          await options.gate?.();
          const samples = new Float32Array(text.length).fill(options.sample ?? 0.5);
          yield { samples, isLast: true };
        },
        close: async () => {
          calls.push('close');
        },
      };
    },
  };
}
