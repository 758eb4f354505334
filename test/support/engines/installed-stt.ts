/** Real speech to text for tests, as the program builds it. */
import { createSttEngine } from '../../../src/engines/stt/create.ts';
import type { SttEngine } from '../../../src/engines/stt/engine.ts';
import { sttOptions } from '../../../src/engines/stt/options.ts';
import { installedModels } from '../installed-models.ts';
import { audioOf, collect, noAbort } from '../streams.ts';

/** What `describeReal` must find. */
export const realSttFiles = [
  'models/stt-kws/zipformer-gigaspeech-3.3M-mobile/encoder.int8.onnx',
  'models/vad/silero_vad.onnx',
] as const;

export async function openRealStt(): Promise<SttEngine> {
  const [vad] = await installedModels('silero-vad');
  if (!vad) throw new Error('Silero VAD is missing');
  return createSttEngine({
    models: await installedModels('sherpa-online-transducer'),
    vad,
    options: sttOptions.parse({}),
  });
}

/** The final text of one recording. */
export async function hear(engine: SttEngine, samples: Int16Array): Promise<string> {
  const parts = await collect(engine.transcribe(audioOf(samples, 1_280), { signal: noAbort }));
  return parts.at(-1)?.text ?? '';
}
