import { describe, expect, it } from 'vitest';
import type { InstalledModel } from '../../../../src/core/installed-model.ts';
import { wakeOptions } from '../../../../src/engines/wake/options.ts';
import { planWords } from '../../../../src/engines/wake/words.ts';

const alexa: InstalledModel = {
  id: 'oww-alexa',
  engine: 'openwakeword',
  languages: ['en'],
  files: { model: '/models/alexa.onnx' },
  settings: { name: 'alexa', phrase: 'Alexa' },
  licence: 'CC-BY-NC-SA-4.0',
  attribution: { name: 'openWakeWord', url: 'https://example.org' },
  fingerprint: '1',
};

const plan = (options: unknown) => planWords(wakeOptions.parse(options), [alexa]);

describe('planWords', () => {
  it('names a phrase by its words and leaves its threshold to its backend', () => {
    const { phrases } = plan({ words: [{ phrase: 'Hey Athena' }], threshold: 0.9, refractoryMs: 5 });
    const word = { name: 'hey_athena', phrase: 'Hey Athena', description: 'Hey Athena' };
    expect(phrases).toEqual([{ word, refractoryMs: 5 }]);
  });

  it.each(['alexa', 'oww-alexa'])('finds a model by %j', (model) => {
    expect(plan({ words: [{ model }] }).models[0]).toMatchObject({
      model: { id: 'oww-alexa' },
      word: {
        name: 'alexa',
        phrase: 'Alexa',
        tuning: { threshold: 0.5, triggerLevel: 1, refractoryMs: 2_000 },
      },
    });
  });

  it("puts a word's own tuning before the common one", () => {
    const words = [{ model: 'alexa', name: 'boss', threshold: 0.7, triggerLevel: 3, refractoryMs: 10 }];
    const tuning = { threshold: 0.7, triggerLevel: 3, refractoryMs: 10 };
    expect(plan({ words, threshold: 0.4 }).models[0]?.word).toMatchObject({ name: 'boss', tuning });
  });

  it('names the nearest installed model', () => {
    expect(() => plan({ words: [{ model: 'alexia' }] })).toThrow(
      /"alexia" is not installed; did you mean "alexa"/u,
    );
  });

  it('refuses two words of one name', () => {
    expect(() => plan({ words: [{ phrase: 'alexa' }, { model: 'alexa' }] })).toThrow(
      /two wake words.*"alexa"/u,
    );
  });
});
