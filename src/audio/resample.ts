/**
 * Sample-rate conversion of a stream: a polyphase windowed-sinc low-pass (Kaiser, stop band below −80 dB).
 * Output sample n lies at the time of input n·from/to: nothing is delayed, cut or clicked at a chunk's border.
 */

export type Resampler = {
  /** The output that is complete with these samples; the rest waits for the next ones. */
  push(samples: Float32Array): Float32Array;
  /** What is left, as if silence followed; together with all pushes ⌈samples·to/from⌉ samples. Call it once. */
  end(): Float32Array;
};

/** Zero crossings of the sinc on each side: a transition band of a sixth of the lower Nyquist frequency. */
const zeroCrossings = 32;
/** Kaiser's beta for −80 dB: 0.1102·(80 − 8.7). */
const kaiserBeta = 7.857;
/** Middle of the transition band, of the lower Nyquist frequency: the stop band begins at Nyquist. */
const cutoff = 0.92;
/** Rates whose ratio needs more phases than this are interpolated between neighbouring phases. */
const maxPhases = 512;

/** A converter between two rates in Hz; at equal rates it hands the samples through. */
export function createResampler(fromHz: number, toHz: number): Resampler {
  if (fromHz === toHz) return { push: (samples) => samples, end: () => new Float32Array(0) };
  return new PolyphaseResampler(fromHz, toHz);
}

class PolyphaseResampler implements Resampler {
  /** Output positions are index + remainder/up input samples; one output is `down/up` further. */
  readonly #up: number;
  readonly #down: number;
  readonly #phases: readonly Float32Array[];
  /** Input samples on each side of an output position that the filter looks at. */
  readonly #reach: number;
  /** Input from `reach` samples before the next output on; the stream is preceded by silence. */
  #history: Float32Array;
  #index: number;
  #remainder = 0;
  #inputCount = 0;
  #outputCount = 0;

  constructor(fromHz: number, toHz: number) {
    const divisor = greatestCommonDivisor(fromHz, toHz);
    this.#up = toHz / divisor;
    this.#down = fromHz / divisor;
    const scale = cutoff * Math.min(1, toHz / fromHz);
    this.#reach = Math.ceil(zeroCrossings / scale);
    const phaseCount = Math.min(this.#up, maxPhases);
    this.#phases = Array.from({ length: phaseCount + 1 }, (_, phase) =>
      filterPhase(phase / phaseCount, this.#reach, scale),
    );
    this.#history = new Float32Array(this.#reach);
    this.#index = this.#reach;
  }

  push(samples: Float32Array): Float32Array {
    this.#inputCount += samples.length;
    return this.#convert(samples);
  }

  end(): Float32Array {
    const wanted = Math.ceil((this.#inputCount * this.#up) / this.#down) - this.#outputCount;
    return this.#convert(new Float32Array(2 * this.#reach + 1)).slice(0, wanted);
  }

  #convert(samples: Float32Array): Float32Array {
    const input = new Float32Array(this.#history.length + samples.length);
    input.set(this.#history);
    input.set(samples, this.#history.length);
    const last = input.length - 1 - this.#reach;
    const room = Math.max(0, Math.ceil(((last - this.#index + 1) * this.#up) / this.#down) + 1);
    const output = new Float32Array(room);
    let count = 0;
    for (; this.#index <= last; count += 1) {
      output[count] = this.#sampleAt(input);
      this.#remainder += this.#down;
      this.#index += Math.floor(this.#remainder / this.#up);
      this.#remainder %= this.#up;
    }
    const keepFrom = Math.max(0, Math.min(this.#index - this.#reach, input.length));
    this.#history = input.slice(keepFrom);
    this.#index -= keepFrom;
    this.#outputCount += count;
    return output.subarray(0, count);
  }

  #sampleAt(input: Float32Array): number {
    const first = this.#index - this.#reach;
    const position = (this.#remainder / this.#up) * (this.#phases.length - 1);
    const phase = Math.floor(position);
    const rest = position - phase;
    const value = dot(input, first, this.#phases[phase]);
    // A ratio with few phases always meets one exactly; floating-point dust is no reason for a second product.
    if (rest < 1e-9) return value;
    return value + rest * (dot(input, first, this.#phases[phase + 1]) - value);
  }
}

function dot(input: Float32Array, first: number, taps: Float32Array | undefined): number {
  if (!taps) return 0;
  let sum = 0;
  for (let k = 0; k < taps.length; k += 1) sum += (input[first + k] ?? 0) * (taps[k] ?? 0);
  return sum;
}

/** Taps for an output that lies `fraction` of an input sample after tap `reach`; their sum is 1. */
function filterPhase(fraction: number, reach: number, scale: number): Float32Array {
  const taps = new Float32Array(2 * reach + 1);
  let sum = 0;
  for (let k = 0; k < taps.length; k += 1) {
    const t = k - reach - fraction;
    const tap = sinc(t * scale) * kaiser(t / reach);
    taps[k] = tap;
    sum += tap;
  }
  for (let k = 0; k < taps.length; k += 1) taps[k] = (taps[k] ?? 0) / sum;
  return taps;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** Kaiser's window at −1 to 1, without its constant factor. */
function kaiser(x: number): number {
  return Math.abs(x) > 1 ? 0 : besselI0(kaiserBeta * Math.sqrt(1 - x * x));
}

/** The modified Bessel function of order zero, by its power series. */
function besselI0(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; term > sum * 1e-12; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
