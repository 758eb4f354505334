/** Noise and rooms made by rule, the same in every run: a wake phrase is tested where no recordings are. */
import { setIntoNoise } from '../mix.ts';
import { echo } from './room-echo.ts';

const rateHz = 16_000;
const noiseSeconds = 8;

export type Condition = {
  readonly name: string;
  /** The clip in a stream: two seconds of the place before it and one after. */
  readonly place: (clip: Int16Array, startMs: number) => Int16Array;
};

/** @param chatter Other people's speech, to talk over. */
export function conditions(chatter: Int16Array): readonly Condition[] {
  const [still, fan] = [whiteNoise(1), pinkNoise(2)];
  const [bedroom, hall] = [response(250, 3), response(900, 4)];
  const within = (name: string, noise: Int16Array, snrDb: number, room?: Int16Array): Condition => ({
    name,
    place: (clip, startMs) =>
      setIntoNoise(room ? echo(clip, room) : clip, {
        noise,
        snrDb,
        beforeMs: 2_000 + startMs,
        afterMs: 1_000,
      }),
  });
  return [
    within('still room', still, 40),
    within('fan, 20 dB below', fan, 20),
    within('fan, 15 dB below', fan, 15),
    within('other people, 20 dB below', chatter, 20),
    within('other people, 15 dB below', chatter, 15),
    within('bedroom echo', still, 30, bedroom),
    within('hall echo and fan, 25 dB below', fan, 25, hall),
  ];
}

/** Linear congruential numbers, −1 to 1 (constants of Numerical Recipes). */
function* random(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 31 - 1;
  }
}

function whiteNoise(seed: number): Int16Array {
  const numbers = random(seed);
  return Int16Array.from({ length: noiseSeconds * rateHz }, () => 3_000 * numbers.next().value);
}

/** As much power in each octave: a sum of held random values, each held twice as long as the one before (Voss). */
function pinkNoise(seed: number): Int16Array {
  const numbers = random(seed);
  const octaves = new Float64Array(12);
  return Int16Array.from({ length: noiseSeconds * rateHz }, (_, index) => {
    let sum = 0;
    for (let octave = 0; octave < octaves.length; octave += 1) {
      if (index % 2 ** octave === 0) octaves[octave] = numbers.next().value;
      sum += octaves[octave] ?? 0;
    }
    return 1_500 * sum;
  });
}

/** A room's answer to a clap: the clap, then noise that falls by 60 dB within its reverberation time. */
function response(reverberationMs: number, seed: number): Int16Array {
  const numbers = random(seed);
  const length = (reverberationMs * rateHz) / 1_000;
  const tail = Int16Array.from(
    { length },
    (_, i) => 1_200 * 10 ** ((-3 * i) / length) * numbers.next().value,
  );
  tail[0] = 16_000;
  return tail;
}
