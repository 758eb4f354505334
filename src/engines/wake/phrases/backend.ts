/** Typed phrases on sherpa-onnx's keyword spotter: no training, any words the model can spell. */
import { ConfigError } from '../../../core/errors.ts';
import type { PhraseBackendSpec, TunedWord, WakeBackend } from '../backend.ts';
import { createGate } from '../gate.ts';
import { spellPhrase } from './spell.ts';
import { acquireSpotter } from './spotter.ts';
import { openPhraseStream } from './stream.ts';
import { defaultThreshold } from './tuning.ts';
import { readVocabulary } from './vocabulary.ts';

/**
 * @throws ConfigError `CONFIG_INVALID` for a phrase the model can not spell, saying why; EngineError
 * `MODEL_CORRUPT` naming the file.
 */
export async function createPhraseBackend(spec: PhraseBackendSpec): Promise<WakeBackend> {
  const { model } = spec;
  const vocabulary = await readVocabulary(model);
  const phrases = spec.words.map(({ word, threshold = defaultThreshold, refractoryMs }) => {
    const { pieces } = spellPhrase(word.phrase, vocabulary);
    const tuned: TunedWord = {
      ...word,
      languages: model.languages,
      attribution: model.attribution,
      tuning: { threshold, triggerLevel: 1, refractoryMs },
    };
    return { word: tuned, keyword: { pieces, threshold } };
  });
  refuseTwins(phrases);
  const spotter = await acquireSpotter(model);
  return {
    words: phrases.map(({ word }) => word),
    open(names) {
      const asked = phrases.filter(({ word }) => names.has(word.name));
      return openPhraseStream({
        names: asked.map(({ word }) => word.name),
        spotting: spotter.listenFor(asked.map(({ keyword }) => keyword)),
        ...(spec.gate && { gate: createGate() }),
      });
    },
    close: async () => spotter.release(),
  };
}

/** The spotter tells one of two equal keywords only. */
function refuseTwins(
  phrases: readonly { readonly word: TunedWord; readonly keyword: { readonly pieces: readonly string[] } }[],
): void {
  const seen = new Map<string, string>();
  for (const { word, keyword } of phrases) {
    const spelling = keyword.pieces.join(' ');
    const twin = seen.get(spelling);
    if (twin !== undefined)
      throw new ConfigError(
        'CONFIG_INVALID',
        `wake words "${twin}" and "${word.name}" are the same phrase; leave one out`,
      );
    seen.set(spelling, word.name);
  }
}
