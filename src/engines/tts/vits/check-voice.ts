/** What a VITS voice says of itself, checked as far as possible from outside. */
import type { InstalledModel } from '../../../core/installed-model.ts';
import { checkedFile, corruptModel } from '../../sherpa/check-files.ts';
import { readOnnxMetadata } from '../../sherpa/onnx-metadata.ts';
import type { OfflineTtsConfig } from '../../sherpa/sherpa-onnx.ts';
import type { Voice } from '../engine.ts';
import { checkEspeakData } from '../espeak-data.ts';
import { checkTokenTable } from '../token-table.ts';
import { voiceSettings } from '../voice-settings.ts';

/** Piper's symbols for padding, begin and end: sherpa-onnx looks them up without asking whether they are there. */
const piperFrame = ['_', '^', '$'];

export type CheckedVoice = {
  readonly vits: NonNullable<OfflineTtsConfig['model']['vits']>;
  readonly voice: Voice;
};

/** @throws EngineError `MODEL_CORRUPT`. */
export async function checkVoice(model: InstalledModel): Promise<CheckedVoice> {
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
    vits: {
      model: path,
      tokens,
      dataDir,
      ...(model.files['lexicon'] !== undefined && { lexicon: await checkedFile(model, 'lexicon') }),
      ...(noiseScale !== undefined && { noiseScale }),
      ...(noiseScaleW !== undefined && { noiseScaleW }),
      ...(lengthScale !== undefined && { lengthScale }),
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

/** The number by which the model knows a speaker; absent: its first. */
export function speakerIndexOf({ speakers }: Voice, speaker: string | undefined): number {
  return speaker === undefined ? 0 : speakers.indexOf(speaker);
}
