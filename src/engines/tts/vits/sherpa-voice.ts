/** A voice that sherpa-onnx runs, a whole sentence at a time. */
import { loadSherpa } from '../../sherpa/sherpa-onnx.ts';
import type { TtsOptions } from '../options.ts';
import type { Synthesiser } from '../tts-model.ts';
import { speakerIndexOf, type CheckedVoice } from './check-voice.ts';

export async function loadSherpaVoice(
  { vits, voice }: CheckedVoice,
  { threads, provider }: Pick<TtsOptions, 'threads' | 'provider'>,
): Promise<Synthesiser> {
  const tts = await loadSherpa().OfflineTts.createAsync({
    model: { vits, numThreads: threads, provider },
    maxNumSentences: 1,
  });
  let native: typeof tts | undefined = tts;
  return {
    async *synthesise(text, { speaker, speed }) {
      const audio = await native?.generateAsync({
        text,
        generationConfig: { sid: speakerIndexOf(voice, speaker), speed, silenceScale: 1 },
        // Samples in memory of the library can not be handed to another thread.
        enableExternalBuffer: false,
      });
      if (audio && audio.samples.length > 0) yield { samples: audio.samples, isLast: true };
    },
    // The library frees a model when nothing refers to it any more; it has no call for it.
    close: async () => {
      native = undefined;
    },
  };
}
