/** Sentences spoken by our voices, kept on disk: ten hours of them cost more to make than to listen to. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { concatSamples } from '../audio/chunk.ts';
import { bytesFromInt16, int16FromBytes, toInt16 } from '../audio/pcm.ts';
import { createResampler } from '../audio/resample.ts';
import type { InstalledModel } from '../core/installed-model.ts';
import { createTtsEngine } from '../engines/tts/create.ts';
import { ttsOptions } from '../engines/tts/options.ts';
import type { Sentence } from './wake/negative-text.ts';

const rateHz = 16_000;

type SpeechCache = AsyncDisposable & {
  /** The sentence in the voice, mono 16-bit samples at 16 kHz. */
  speak(sentence: Sentence, signal: AbortSignal): Promise<Int16Array>;
};

/** The voice is loaded when a sentence is not there yet. */
export function openSpeechCache(dir: string, voice: InstalledModel): SpeechCache {
  const voiceDir = join(dir, `${voice.id}-${voice.fingerprint.slice(0, 8)}`);
  let opening: ReturnType<typeof createTtsEngine> | undefined;

  async function make(text: string, signal: AbortSignal): Promise<Int16Array> {
    opening ??= createTtsEngine({ models: [voice], options: ttsOptions.parse({}) }, { signal });
    const engine = await opening;
    const parts: Int16Array[] = [];
    for await (const { samples, rateHz: fromHz } of engine.speak(text, { signal })) {
      const resampler = createResampler(fromHz, rateHz);
      parts.push(toInt16(resampler.push(Float32Array.from(samples))), toInt16(resampler.end()));
    }
    return concatSamples(parts);
  }

  return {
    async speak({ id, text }, signal) {
      const path = join(voiceDir, `${id}.pcm`);
      const kept = await readFile(path).catch(() => undefined);
      if (kept) return int16FromBytes(kept);
      const samples = await make(text, signal);
      await mkdir(voiceDir, { recursive: true });
      // Under another name first: an interrupted run leaves no half sentence behind.
      await writeFile(`${path}.part`, bytesFromInt16(samples));
      await rename(`${path}.part`, path);
      return samples;
    },
    async [Symbol.asyncDispose]() {
      if (opening) await (await opening)[Symbol.asyncDispose]();
    },
  };
}
