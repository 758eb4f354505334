/** A clip as a room lets it sound, by fast convolution: thousands of sentences go through it. */

const maxResponseSamples = 16_000;

/** Real and imaginary parts. */
type Spectrum = { readonly re: Float64Array; readonly im: Float64Array };

/** The clip and its echoes, first second of the room's response, at the clip's own peak. */
export function echo(clip: Int16Array, response: Int16Array): Int16Array {
  const room = response.subarray(0, maxResponseSamples);
  const length = clip.length + room.length;
  const size = 2 ** Math.ceil(Math.log2(length));
  const [a, b] = [spectrum(clip, size), spectrum(room, size)];
  const product = { re: new Float64Array(size), im: new Float64Array(size) };
  for (let i = 0; i < size; i += 1) {
    const [ar, ai, br, bi] = [at(a.re, i), at(a.im, i), at(b.re, i), at(b.im, i)];
    product.re[i] = ar * br - ai * bi;
    // Conjugate in, so that a forward transform is the inverse one.
    product.im[i] = -(ar * bi + ai * br);
  }
  transform(product);
  const sound = product.re.subarray(0, length);
  const gain = peak(clip) / peak(sound);
  return Int16Array.from(sound, (value) => Math.round(value * gain));
}

function spectrum(samples: Int16Array, size: number): Spectrum {
  const signal = { re: new Float64Array(size), im: new Float64Array(size) };
  signal.re.set(samples);
  transform(signal);
  return signal;
}

/** Cooley and Tukey's transform in place; the size is a power of two. */
function transform({ re, im }: Spectrum): void {
  const size = re.length;
  for (let i = 1, j = 0; i < size; i += 1) {
    let bit = size >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [at(re, j), at(re, i)];
      [im[i], im[j]] = [at(im, j), at(im, i)];
    }
  }
  for (let span = 1; span < size; span *= 2)
    for (let k = 0; k < span; k += 1) {
      const angle = (-Math.PI * k) / span;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      for (let i = k; i < size; i += 2 * span) {
        const j = i + span;
        const [br, bi] = [at(re, j) * cos - at(im, j) * sin, at(re, j) * sin + at(im, j) * cos];
        const [ar, ai] = [at(re, i), at(im, i)];
        re[i] = ar + br;
        im[i] = ai + bi;
        re[j] = ar - br;
        im[j] = ai - bi;
      }
    }
}

const at = (values: Float64Array, index: number): number => values[index] ?? 0;

function peak(values: Int16Array | Float64Array): number {
  let highest = 1;
  for (const value of values) highest = Math.max(highest, Math.abs(value));
  return highest;
}
