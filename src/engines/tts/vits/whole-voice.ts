/** A voice that sherpa-onnx runs, a whole sentence at a time. */
import { loadSherpa } from '../../sherpa/sherpa-onnx.ts';
import type { TtsOptions } from '../options.ts';
import type { WholeVoice } from '../whole-synthesiser.ts';
import type { CheckedVoice } from './check-voice.ts';

export async function loadWholeVoice(
  { vits, voice }: CheckedVoice,
  { threads, provider }: Pick<TtsOptions, 'threads' | 'provider'>,
): Promise<WholeVoice> {
  const tts = await loadSherpa().OfflineTts.createAsync({
    model: { vits, numThreads: threads, provider },
    maxNumSentences: 1,
  });
  let native: typeof tts | undefined = tts;
  return {
    speak: async (text, { speaker, speed }) => {
      const sid = speaker === undefined ? 0 : voice.speakers.indexOf(speaker);
      const audio = await native?.generateAsync({
        text,
        generationConfig: { sid, speed, silenceScale: 1 },
        // Samples in memory of the library can not be handed to another thread.
        enableExternalBuffer: false,
      });
      return audio?.samples ?? new Float32Array();
    },
    // The library frees a model when nothing refers to it any more; it has no call for it.
    close: async () => {
      native = undefined;
    },
  };
}
