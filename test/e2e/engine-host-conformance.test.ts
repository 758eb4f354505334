import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { concatSamples } from '../../src/audio/chunk.ts';
import { readWavMono } from '../../src/audio/wav.ts';
import { createSttEngine } from '../../src/engines/stt/create.ts';
import type { SttEngineSpec } from '../../src/engines/stt/create.ts';
import { sttOptions } from '../../src/engines/stt/options.ts';
import { createWakeEngine } from '../../src/engines/wake/create.ts';
import type { WakeEngineSpec } from '../../src/engines/wake/create.ts';
import { wakeOptions } from '../../src/engines/wake/options.ts';
import { directEngines } from '../support/engines/direct-engines.ts';
import { hostedStt, hostedWake, startRealHost } from '../support/engines/hosted-engine.ts';
import { installedModels } from '../support/installed-models.ts';
import { installedFeatures, installedWakeWord, realWakeFiles } from '../support/engines/installed-wake.ts';
import { describeReal, evalDir } from '../support/real-models.ts';
import { itConformsToStt } from '../support/engines/stt-conformance.ts';
import { startTestHost } from '../support/engines/test-engine-specs.ts';
import { itConformsToWake } from '../support/engines/wake-conformance.ts';

const tone = new Int16Array(32_000).fill(1_000);
const testSpeech = { speech: () => tone, heard: /^32000 samples/u };
const testWord = {
  audio: () => tone,
  name: 'computer',
  otherSettings: wakeOptions.parse({ words: [{ phrase: 'athena' }] }),
};

describe('the test engine for speech to text', () =>
  itConformsToStt({ ...testSpeech, open: async () => (await directEngines()).stt }));

describe('the test engine for speech to text in the engine host', () =>
  itConformsToStt({ ...testSpeech, open: () => hostedStt(startTestHost()) }));

describe('the test engine for wake words', () =>
  itConformsToWake({ ...testWord, open: async () => (await directEngines()).wake }));

describe('the test engine for wake words in the engine host', () =>
  itConformsToWake({ ...testWord, open: () => hostedWake(startTestHost()) }));

const command = 'commands/ha-en-tts/turn-on-lights-in-the-kitchen.wav';
const commandFiles = [`eval/${command}`, 'models/stt-kws/zipformer-gigaspeech-3.3M-mobile/bpe.vocab'];

describeReal('speech to text with real weights', commandFiles, () => {
  const subject = {
    speech: async () => readWavMono(await readFile(join(evalDir, command))),
    heard: /kitchen/iu,
  };
  const spec = async (): Promise<SttEngineSpec> => {
    const [vad] = await installedModels('silero-vad');
    if (!vad) throw new Error('no silero-vad');
    return { models: await installedModels('sherpa-online-transducer'), vad, options: sttOptions.parse({}) };
  };
  describe('in this process', () =>
    itConformsToStt({ ...subject, open: async () => createSttEngine(await spec()) }));
  describe('in the engine host', () =>
    itConformsToStt({
      ...subject,
      open: async () => hostedStt(startRealHost([{ kind: 'stt', spec: await spec() }])),
    }));
});

const wakeClip = 'wake/alexa';

describeReal(
  'wake words with real weights',
  [...realWakeFiles('alexa', 'hey_jarvis'), `eval/${wakeClip}`],
  () => {
    const subject = {
      audio: async () => {
        const [clip = ''] = (await readdir(join(evalDir, wakeClip))).filter((file) => file.endsWith('.wav'));
        const room = Int16Array.from({ length: 32_000 }, (_, n) => ((n * 7_919) % 41) - 20);
        return concatSamples([room, readWavMono(await readFile(join(evalDir, wakeClip, clip))), room]);
      },
      name: 'alexa',
      otherSettings: wakeOptions.parse({ words: [{ model: 'hey_jarvis' }] }),
    };
    const spec: WakeEngineSpec = {
      features: installedFeatures(),
      models: [installedWakeWord('alexa'), installedWakeWord('hey_jarvis')],
      settings: wakeOptions.parse({ words: [{ model: 'alexa' }] }),
    };
    describe('in this process', () => itConformsToWake({ ...subject, open: () => createWakeEngine(spec) }));
    describe('in the engine host', () =>
      itConformsToWake({ ...subject, open: () => hostedWake(startRealHost([{ kind: 'wake', spec }])) }));
  },
);
