/** What a microphone gives in a silent room. */
import { speechFormat } from '../audio/pcm.ts';

/** About −66 dBFS. Exact zeros would be something no room gives, and some detectors take them for a dead line. */
const peak = 16;

/** Mono 16 kHz. */
export function quietRoom(durationMs: number): Int16Array {
  const samples = new Int16Array(Math.round((durationMs / 1000) * speechFormat.rateHz));
  for (let i = 0; i < samples.length; i += 1) samples[i] = Math.round((Math.random() * 2 - 1) * peak);
  return samples;
}
