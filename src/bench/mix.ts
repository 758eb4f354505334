/** Clips made harder: set into noise, played in a room. */

const clip16 = (value: number): number => Math.max(-32_768, Math.min(32_767, Math.round(value)));

const meanPower = (samples: Int16Array): number =>
  samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);

/** Mean power of the parts of a clip within 30 dB of its loudest 20 ms: the speech without its pauses. */
function speechPower(samples: Int16Array): number {
  const powers = Array.from({ length: Math.floor(samples.length / 320) }, (_, block) =>
    meanPower(samples.subarray(block * 320, (block + 1) * 320)),
  );
  const floor = Math.max(...powers) / 1_000;
  const spoken = powers.filter((power) => power >= floor);
  return spoken.reduce((sum, power) => sum + power, 0) / Math.max(1, spoken.length);
}

export type NoiseOptions = {
  readonly noise: Int16Array;
  /** Speech over noise; the noise is scaled. */
  readonly snrDb: number;
  /** Noise alone before and after the clip. */
  readonly beforeMs: number;
  readonly afterMs: number;
};

/** The clip within noise that goes round. */
export function setIntoNoise(
  clip: Int16Array,
  { noise, snrDb, beforeMs, afterMs }: NoiseOptions,
): Int16Array {
  const gain = Math.sqrt(speechPower(clip) / meanPower(noise) / 10 ** (snrDb / 10));
  const lead = beforeMs * 16;
  const mixed = new Int16Array(lead + clip.length + afterMs * 16);
  for (let i = 0; i < mixed.length; i += 1)
    mixed[i] = clip16((clip[i - lead] ?? 0) + gain * (noise[i % noise.length] ?? 0));
  return mixed;
}

/** The clip as a room's impulse response (its first 400 ms) lets it sound, at the clip's own peak. */
export function playInRoom(clip: Int16Array, response: Int16Array): Int16Array {
  const room = response.subarray(0, 6_400);
  const sum = new Float64Array(clip.length + room.length);
  room.forEach((tap, delay) => {
    if (tap === 0) return;
    for (let i = 0; i < clip.length; i += 1) sum[i + delay] = (sum[i + delay] ?? 0) + tap * (clip[i] ?? 0);
  });
  const peakOf = (samples: Int16Array | Float64Array): number => {
    let peak = 1;
    for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
    return peak;
  };
  const gain = peakOf(clip) / peakOf(sum);
  return Int16Array.from(sum, (value) => clip16(value * gain));
}
