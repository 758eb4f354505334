/** Voices that sherpa-onnx speaks. */
import type { InstalledModel } from '../../core/model.ts';
import { checkedFile, corruptModel } from '../sherpa/check-files.ts';
import { readOnnxMetadata } from '../sherpa/onnx-metadata.ts';
import { loadSherpa, type OfflineTtsConfig } from '../sherpa/sherpa-onnx.ts';
import type { Voice } from './engine.ts';
import { checkEspeakData } from './espeak-data.ts';
import type { TtsOptions } from './options.ts';
import { RenewedSynthesiser } from './renewed-synthesiser.ts';
import { checkTokenTable } from './token-table.ts';
import type { Synthesiser, TtsModel } from './tts-model.ts';
import { voiceSettings } from './voice-settings.ts';

/** Piper's symbols for padding, begin and end: sherpa-onnx looks them up without asking whether they are there. */
const piperFrame = ['_', '^', '$'];

export type SherpaRuntime = Pick<TtsOptions, 'threads' | 'provider'>;

/**
 * A voice model described from its files, checked as far as possible from outside.
 * @throws EngineError `MODEL_CORRUPT`.
 */
export async function openSherpaModel(model: InstalledModel, runtime: SherpaRuntime): Promise<TtsModel> {
  const checked = await check(model);
  return {
    id: model.id,
    voices: [checked.voice],
    load: () => RenewedSynthesiser.open(() => load(model, runtime), checked.voice.rateHz),
  };
}

async function load(model: InstalledModel, { threads, provider }: SherpaRuntime): Promise<Synthesiser> {
  // Again, because the files may have changed since the start and a damaged one would end the process.
  const { modelConfig, voice } = await check(model);
  const tts = await loadSherpa().OfflineTts.createAsync({
    model: { ...modelConfig, numThreads: threads, provider },
    maxNumSentences: 1,
  });
  return synthesiser(tts, voice);
}

type NativeTts = Awaited<ReturnType<ReturnType<typeof loadSherpa>['OfflineTts']['createAsync']>>;

function synthesiser(tts: NativeTts, voice: Voice): Synthesiser {
  let native: NativeTts | undefined = tts;
  return {
    synthesise: async (text, { speaker, speed }) => {
      const sid = speaker === undefined ? 0 : voice.speakers.indexOf(speaker);
      // Samples in memory of the library can not be handed to another thread.
      const request = { text, sid, speed, enableExternalBuffer: false };
      const audio = await native?.generateAsync(request);
      return audio?.samples ?? new Float32Array();
    },
    // The library frees a model when nothing refers to it any more; it has no call for it.
    close: async () => {
      native = undefined;
    },
  };
}

async function check(
  model: InstalledModel,
): Promise<{ readonly modelConfig: OfflineTtsConfig['model']; readonly voice: Voice }> {
  const settings = voiceSettings(model);
  const path = await checkedFile(model, 'model');
  const tokens = await checkedFile(model, 'tokens');
  const dataDir = await checkedFile(model, 'dataDir');
  const metadata = await readOnnxMetadata(path);
  const number = (key: string): number => {
    const value = Number(metadata.get(key));
    if (Number.isInteger(value) && value > 0) return value;
    throw corruptModel(model, 'model', `does not say its ${key}`);
  };
  const isPiper = metadata.get('has_espeak') === '1' || metadata.get('comment')?.includes('piper') === true;
  await checkTokenTable(model, tokens, isPiper ? piperFrame : []);
  await checkEspeakData(model, dataDir);
  const { displayName, noiseScale, noiseScaleW, lengthScale } = settings;
  const speakerCount = number('n_speakers');
  const names = settings.speakers ?? Array.from({ length: speakerCount }, (_, index) => String(index));
  return {
    modelConfig: {
      vits: {
        model: path,
        tokens,
        dataDir,
        ...(model.files['lexicon'] !== undefined && { lexicon: await checkedFile(model, 'lexicon') }),
        ...(noiseScale !== undefined && { noiseScale }),
        ...(noiseScaleW !== undefined && { noiseScaleW }),
        ...(lengthScale !== undefined && { lengthScale }),
      },
    },
    voice: {
      name: model.id,
      languages: model.languages,
      speakers: speakerCount === 1 ? [] : names.slice(0, speakerCount),
      description: displayName ?? model.id,
      attribution: model.attribution,
      rateHz: number('sample_rate'),
      fingerprint: model.fingerprint,
    },
  };
}
