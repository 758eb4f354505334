/** The voices that come with kokoro-js, listed without loading it. */
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EngineError } from '../../core/errors.ts';

export type KokoroVoice = {
  /** kokoro-js's own name: language, gender, name, e.g. `af_heart`. */
  readonly id: string;
  readonly language: string;
  /** e.g. `Heart (American English, female)`. */
  readonly description: string;
};

/** First letter of a voice's name; kokoro-js brings files of other languages, but its phonemizer speaks these two. */
const accents: ReadonlyMap<string, readonly [tag: string, name: string]> = new Map([
  ['a', ['en-US', 'American English']],
  ['b', ['en-GB', 'British English']],
]);

const voiceFile = /^([a-z])([fm])_([a-z]+)\.bin$/u;

/** The voice of the best quality, by the model's own table. */
const bestVoice = 'af_heart';

/**
 * The best one first, then by name.
 * @throws EngineError `MODEL_NOT_INSTALLED` when the optional package is missing.
 */
export async function listKokoroVoices(): Promise<readonly KokoroVoice[]> {
  const names = (await readdir(voicesDir())).sort();
  const ranked = [`${bestVoice}.bin`, ...names.filter((name) => name !== `${bestVoice}.bin`)];
  return ranked.flatMap((name) => {
    const [, letter = '', gender, own = ''] = voiceFile.exec(name) ?? [];
    const accent = accents.get(letter);
    if (accent === undefined) return [];
    const spoken = `${own.charAt(0).toUpperCase()}${own.slice(1)}`;
    const description = `${spoken} (${accent[1]}, ${gender === 'f' ? 'female' : 'male'})`;
    return [{ id: name.slice(0, -'.bin'.length), language: accent[0], description }];
  });
}

function voicesDir(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('kokoro-js')), '..', 'voices');
  } catch (cause) {
    throw new EngineError(
      'MODEL_NOT_INSTALLED',
      'Kokoro needs the package kokoro-js: npm install kokoro-js',
      {
        cause,
      },
    );
  }
}
