/** Loudness of 16-bit samples in dBFS: 0 is the loudest square wave, a full-scale sine has −3. */

/** What digital silence is given: below a 16-bit sample's smallest step. */
export const silenceDbfs = -100;

/** Root mean square of the samples. */
export function rmsDbfs(samples: Int16Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return toDbfs(samples.length === 0 ? 0 : Math.sqrt(sum / samples.length));
}

/** The loudest single sample. */
export function peakDbfs(samples: Int16Array): number {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return toDbfs(peak);
}

function toDbfs(amplitude: number): number {
  return amplitude === 0 ? silenceDbfs : Math.max(silenceDbfs, 20 * Math.log10(amplitude / 32_768));
}
