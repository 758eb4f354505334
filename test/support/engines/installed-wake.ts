/** The openWakeWord models beside the checkout, described as the model store would. */
import { join } from 'node:path';
import type { InstalledModel } from '../../../src/core/installed-model.ts';
import { modelsDir } from '../real-models.ts';

const features = [
  'models/wake/openwakeword/melspectrogram.onnx',
  'models/wake/openwakeword/embedding_model.onnx',
];

/** What `describeReal` must find for these words. */
export const realWakeFiles = (...names: readonly string[]): string[] => [
  ...features,
  ...names.map((name) => `models/wake/openwakeword/${name}.onnx`),
];

function installed(
  id: string,
  files: Record<string, string>,
  settings: InstalledModel['settings'],
): InstalledModel {
  return {
    id,
    engine: 'openwakeword',
    languages: ['en'],
    files,
    settings,
    licence: 'CC-BY-NC-SA-4.0',
    attribution: { name: 'openWakeWord', url: 'https://github.com/dscripka/openWakeWord' },
    fingerprint: id,
  };
}

const pathOf = (file: string): string => join(modelsDir, 'wake/openwakeword', `${file}.onnx`);

export const installedFeatures = (files: Record<string, string> = {}): InstalledModel =>
  installed(
    'openwakeword-features',
    { melspectrogram: pathOf('melspectrogram'), embedding: pathOf('embedding_model'), ...files },
    {},
  );

export const installedWakeWord = (name: string, model = pathOf(name)): InstalledModel =>
  installed(`oww-${name}`, { model }, { name, phrase: name.replaceAll('_', ' ') });
