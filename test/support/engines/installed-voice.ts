/** The voices beside the checkout, described as the model store would. */
import { join } from 'node:path';
import type { InstalledModel } from '../../../src/core/installed-model.ts';
import { modelsDir } from '../real-models.ts';

export const realVoiceFiles = [
  'models/tts/sanotts-amy/model.onnx',
  'models/tts/sanotts-hfc/model.onnx',
  'models/tts/sanotts-kristin/model.onnx',
  'models/tts/espeak-ng-data-en/phontab',
];

export function installedVoice(
  name: 'amy' | 'hfc' | 'kristin',
  files: Record<string, string> = {},
): InstalledModel {
  const dir = join(modelsDir, 'tts', `sanotts-${name}`);
  return {
    id: `sanotts-${name}`,
    engine: 'sherpa-vits',
    languages: ['en'],
    files: {
      model: join(dir, 'model.onnx'),
      tokens: join(dir, 'tokens.txt'),
      dataDir: join(modelsDir, 'tts', 'espeak-ng-data-en'),
      ...files,
    },
    settings: {},
    licence: 'GPL-3.0-only',
    attribution: { name: 'Ampixa sanoTTS', url: 'https://github.com/Ampixa/sanoTTS' },
    fingerprint: name,
  };
}
