/** Loudness of speech in a noisy room. */
import { silenceDbfs } from '../../audio/level.ts';

/** Pre-emphasis: takes 25 dB off rumble at 100 Hz, leaves consonants whole. */
const emphasis = 0.97;

/**
 * Root mean square in dBFS after pre-emphasis, so that a loud but low hum does not hide a voice. The first sample
 * (-1 to 1, like all) is only the predecessor of the second.
 */
export function clearLevelDb(samples: Float32Array): number {
  let sum = 0;
  for (let i = 1; i < samples.length; i += 1) {
    const value = (samples[i] ?? 0) - emphasis * (samples[i - 1] ?? 0);
    sum += value * value;
  }
  const power = sum / Math.max(1, samples.length - 1);
  return power === 0 ? silenceDbfs : Math.max(silenceDbfs, 10 * Math.log10(power));
}
