/** Speech to text that survives the loss of a worker: the sentence is heard again from the audio kept so far. */
import { Attempts, disposeAll, type FailoverParts } from '../failover.ts';
import { matchLanguage } from './by-language.ts';
import type { SttEngine } from './engine.ts';
import { ReplayableAudio } from './replay.ts';

export function failoverStt(parts: FailoverParts<SttEngine>): SttEngine {
  const { candidates } = parts;
  const engines = candidates.map(({ engine }) => engine);
  return {
    get languages() {
      return [...new Set(engines.flatMap(({ languages }) => languages))];
    },
    async *transcribe(audio, { language, signal }) {
      const heard = new ReplayableAudio(audio);
      const tagOf = ({ languages }: SttEngine) => language && matchLanguage(language, languages);
      const attempts = new Attempts(parts, (engine) => !language || tagOf(engine) !== undefined);
      try {
        for (;;) {
          const candidate = await attempts.next(signal);
          signal.throwIfAborted();
          const tag = tagOf(candidate.engine) ?? language;
          try {
            yield* candidate.engine.transcribe(heard.play(), tag ? { language: tag, signal } : { signal });
            return;
          } catch (error) {
            signal.throwIfAborted();
            if (!attempts.goesOn(candidate, error)) throw error;
          }
        }
      } finally {
        heard.close();
      }
    },
    async useHints(hints, options) {
      await Promise.all(engines.map((engine) => engine.useHints(hints, options)));
    },
    [Symbol.asyncDispose]: () => disposeAll(candidates),
  };
}
