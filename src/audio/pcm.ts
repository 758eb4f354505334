/** Raw PCM as it comes over a wire: interleaved signed little-endian samples. */
import { RequestError } from '../core/errors.ts';

export type PcmFormat = { readonly rateHz: number; readonly widthBytes: number; readonly channels: number };

/** What every engine hears: mono, 16 kHz, signed 16-bit. */
export const speechFormat: PcmFormat = { rateHz: 16_000, widthBytes: 2, channels: 1 };

// Below 4 kHz no speech is left; above 192 kHz no sound card records. Both bound the resampler's tables.
const minRateHz = 4_000;
const maxRateHz = 192_000;
// The widest microphone arrays have 16 capsules.
const maxChannels = 16;

/**
 * The format, when it is one that can be converted: 1–4 bytes, 4–192 kHz, 1–16 channels.
 * @throws RequestError `REQUEST_INVALID` naming what is wrong and what is possible.
 */
export function checkPcmFormat(format: PcmFormat): PcmFormat {
  const { rateHz, widthBytes, channels } = format;
  if (!Number.isInteger(rateHz) || rateHz < minRateHz || rateHz > maxRateHz)
    throw invalid(`sample rate ${rateHz} Hz is outside ${minRateHz} to ${maxRateHz} Hz`);
  if (!Number.isInteger(widthBytes) || widthBytes < 1 || widthBytes > 4)
    throw invalid(`sample width ${widthBytes} bytes is none of 1, 2, 3, 4`);
  if (!Number.isInteger(channels) || channels < 1 || channels > maxChannels)
    throw invalid(`${channels} channels are outside 1 to ${maxChannels}`);
  return format;
}

/** Bytes of one sample of every channel. */
export function frameBytes(format: PcmFormat): number {
  return format.widthBytes * format.channels;
}

/**
 * The mean of all channels, in units of a 16-bit sample (−32768 to 32767, fractions kept). Bytes after the last
 * whole frame are ignored.
 */
export function pcmToMono(bytes: Uint8Array, format: PcmFormat): Float32Array {
  const { widthBytes, channels } = format;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = sampleReaders[widthBytes];
  if (!read) throw invalid(`sample width ${widthBytes} bytes is none of 1, 2, 3, 4`);
  const mono = new Float32Array(Math.floor(bytes.byteLength / frameBytes(format)));
  let offset = 0;
  for (let i = 0; i < mono.length; i += 1) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1, offset += widthBytes) sum += read(view, offset);
    mono[i] = sum / channels;
  }
  return mono;
}

/** Rounds and clamps samples in 16-bit units. */
export function toInt16(samples: Float32Array): Int16Array {
  const out = new Int16Array(samples.length);
  for (let i = 0; i < samples.length; i += 1)
    out[i] = Math.max(-32_768, Math.min(32_767, Math.round(samples[i] ?? 0)));
  return out;
}

/** 16-bit little-endian mono bytes as samples, always a copy; an odd last byte is ignored. */
export function int16FromBytes(bytes: Uint8Array): Int16Array {
  const samples = new Int16Array(bytes.byteLength >> 1);
  new Uint8Array(samples.buffer).set(bytes.subarray(0, samples.byteLength));
  return samples;
}

/** The samples' bytes, little-endian, without a copy. */
export function bytesFromInt16(samples: Int16Array): Uint8Array {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
}

type SampleReader = (view: DataView, offset: number) => number;

/** By width in bytes, scaled to 16-bit units. */
const sampleReaders: readonly (SampleReader | undefined)[] = [
  undefined,
  (view, offset) => view.getInt8(offset) * 256,
  (view, offset) => view.getInt16(offset, true),
  (view, offset) => view.getInt16(offset + 1, true) + view.getUint8(offset) / 256,
  (view, offset) => view.getInt32(offset, true) / 65_536,
];

function invalid(message: string): RequestError {
  return new RequestError('REQUEST_INVALID', message);
}
