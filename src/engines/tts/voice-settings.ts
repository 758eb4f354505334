/** What a model's own description may say about its voices. */
import { z } from 'zod';
import type { InstalledModel } from '../../core/installed-model.ts';
import { EngineError } from '../../core/errors.ts';

const voiceSettingsSchema = z.looseObject({
  displayName: z.string().optional(),
  /** Names of the speakers in the model's order; absent: numbers from 0. */
  speakers: z.array(z.string().min(1)).optional(),
  /** Strength of the random variation of sound and of rhythm; absent: the model's own. */
  noiseScale: z.number().min(0).max(2).optional(),
  noiseScaleW: z.number().min(0).max(2).optional(),
  /** Above 1 is slower. */
  lengthScale: z.number().min(0.25).max(4).optional(),
  /** espeak voice of a multilingual model, e.g. `en-us`. */
  espeakVoice: z.string().optional(),
  /** Number format of kokoro-js's weights. */
  dtype: z.enum(['fp32', 'fp16', 'q8', 'q4', 'q4f16']).optional(),
});

export type VoiceSettings = z.output<typeof voiceSettingsSchema>;

/** @throws EngineError `MODEL_CORRUPT` when a setting has a wrong type. */
export function voiceSettings(model: InstalledModel): VoiceSettings {
  const result = voiceSettingsSchema.safeParse(model.settings);
  if (result.success) return result.data;
  throw new EngineError('MODEL_CORRUPT', `model ${model.id}: ${z.prettifyError(result.error)}`, {
    details: { model: model.id },
  });
}
