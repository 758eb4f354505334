/** Several models as one engine: each transcription goes to the model of its language. */
import { RequestError } from '../../core/errors.ts';
import { primarySubtag } from '../../core/language-tag.ts';
import { settleSeries } from '../../core/lifecycle.ts';
import { didYouMean } from '../../core/nearest.ts';
import type { SttEngine } from './engine.ts';

/** The first model is the default one and wins where several speak a language. */
export function byLanguage(models: readonly SttEngine[]): SttEngine {
  const languages = [...new Set(models.flatMap((model) => model.languages))];

  /** @throws RequestError `REQUEST_LANGUAGE_UNKNOWN` naming the nearest language. */
  function find(language: string | undefined): { model: SttEngine; tag: string } {
    const tag = language === undefined ? languages[0] : matchLanguage(language, languages);
    const model = models.find((candidate) => tag !== undefined && candidate.languages.includes(tag));
    if (model && tag !== undefined) return { model, tag };
    throw new RequestError(
      'REQUEST_LANGUAGE_UNKNOWN',
      `no installed model understands "${language ?? ''}"${didYouMean(language ?? '', languages)}`,
    );
  }

  return {
    languages,
    async *transcribe(audio, { language, signal }) {
      const { model, tag } = find(language);
      yield* model.transcribe(audio, { language: tag, signal });
    },
    async useHints(hints, options) {
      await Promise.all(models.map((model) => model.useHints(hints, options)));
    },
    [Symbol.asyncDispose]: () =>
      settleSeries(models.map((model) => ({ name: 'stt model', run: () => model[Symbol.asyncDispose]() }))),
  };
}

/** The served tag for a wanted one: itself, else one of the same language (`en-GB` is served by `en`). */
export function matchLanguage(wanted: string, served: readonly string[]): string | undefined {
  const same = (tag: string): boolean => tag.toLowerCase() === wanted.toLowerCase().replace('_', '-');
  return served.find(same) ?? served.find((tag) => primarySubtag(tag) === primarySubtag(wanted));
}
