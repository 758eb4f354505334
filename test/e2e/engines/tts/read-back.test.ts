import { afterAll, beforeAll, expect, it } from 'vitest';
import { concatSamples } from '../../../../src/audio/chunk.ts';
import { bytesFromInt16 } from '../../../../src/audio/pcm.ts';
import { createConverter } from '../../../../src/audio/converter.ts';
import { createSttEngine } from '../../../../src/engines/stt/create.ts';
import type { SttEngine } from '../../../../src/engines/stt/engine.ts';
import { sttOptions } from '../../../../src/engines/stt/options.ts';
import { createTtsEngine } from '../../../../src/engines/tts/create.ts';
import type { TtsEngine } from '../../../../src/engines/tts/engine.ts';
import { ttsOptions } from '../../../../src/engines/tts/options.ts';
import { installedModels } from '../../../support/installed-models.ts';
import { installedVoice, realVoiceFiles } from '../../../support/engines/installed-voice.ts';
import { describeReal } from '../../../support/real-models.ts';
import { audioOf, collect, noAbort } from '../../../support/streams.ts';

/** Every voice says these; what speech to text hears must hold nearly all of their words. */
const sentences = [
  'Turn on the lights in the kitchen.',
  'The front door is locked.',
  'Close the window in the bedroom.',
];

const needed = [
  ...realVoiceFiles,
  'models/stt-kws/zipformer-gigaspeech-3.3M-mobile/encoder.int8.onnx',
  'models/vad/silero_vad.onnx',
];

describeReal('what the voices say', needed, () => {
  let tts: TtsEngine;
  let stt: SttEngine;
  beforeAll(async () => {
    const voices = [installedVoice('amy'), installedVoice('hfc'), installedVoice('kristin')];
    tts = await createTtsEngine({ models: voices, options: ttsOptions.parse({}) }, { signal: noAbort });
    const [[ear], [vad]] = [
      await installedModels('sherpa-online-transducer'),
      await installedModels('silero-vad'),
    ];
    stt = await createSttEngine({ models: [ear!], vad: vad!, options: sttOptions.parse({}) });
  }, 60_000);
  afterAll(async () => {
    await tts[Symbol.asyncDispose]();
    await stt[Symbol.asyncDispose]();
  });

  async function heard(text: string, voice: string): Promise<string> {
    const chunks = await collect(tts.speak(text, { voice, signal: noAbort }));
    const converter = createConverter({ rateHz: chunks[0]!.rateHz, widthBytes: 2, channels: 1 });
    const speech = chunks.map(({ samples }) => converter.push(bytesFromInt16(samples)));
    const [lead, tail] = [new Int16Array(4_800), new Int16Array(12_800)];
    const all = concatSamples([lead, ...speech, converter.end(), tail]);
    const results = await collect(stt.transcribe(audioOf(all), { signal: noAbort }));
    return results.at(-1)?.text ?? '';
  }

  it.each(['sanotts-amy', 'sanotts-hfc', 'sanotts-kristin'])('is understood: %s', async (voice) => {
    const words = (text: string) => text.toLowerCase().match(/[a-z]+/gu) ?? [];
    let [hit, total] = [0, 0];
    for (const sentence of sentences) {
      const understood = new Set(words(await heard(sentence, voice)));
      total += words(sentence).length;
      hit += words(sentence).filter((word) => understood.has(word)).length;
    }
    expect(hit / total).toBeGreaterThan(0.8);
  });
});
