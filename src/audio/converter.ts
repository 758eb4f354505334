/** A stream of PCM bytes in any format → mono 16-bit samples at one rate. */
import { createResampler } from './resample.ts';
import { checkPcmFormat, frameBytes, int16FromBytes, pcmToMono, speechFormat, toInt16 } from './pcm.ts';
import type { PcmFormat } from './pcm.ts';

export type PcmConverter = {
  /** The samples that are complete with these bytes; a chunk may end in the middle of a frame. */
  push(bytes: Uint8Array): Int16Array;
  /** The samples still inside the filter; call it once, at the end of the stream. */
  end(): Int16Array;
};

/**
 * Converts from the format to mono at `rateHz`, 16 kHz unless told: channels are averaged, the result rounded.
 * @throws RequestError `REQUEST_INVALID` for a format that can not be converted.
 */
export function createConverter(format: PcmFormat, rateHz = speechFormat.rateHz): PcmConverter {
  checkPcmFormat(format);
  const whole = wholeFrames(frameBytes(format));
  if (format.rateHz === rateHz && format.widthBytes === 2 && format.channels === 1)
    return { push: (bytes) => int16FromBytes(whole(bytes)), end: () => new Int16Array(0) };
  const resampler = createResampler(format.rateHz, rateHz);
  return {
    push: (bytes) => toInt16(resampler.push(pcmToMono(whole(bytes), format))),
    end: () => toInt16(resampler.end()),
  };
}

/** Cuts a byte stream at frame borders: the bytes after the last whole frame lead the next chunk. */
function wholeFrames(sizeBytes: number): (bytes: Uint8Array) => Uint8Array {
  let rest: Uint8Array = new Uint8Array(0);
  return (bytes) => {
    let joined = bytes;
    if (rest.byteLength > 0) {
      joined = new Uint8Array(rest.byteLength + bytes.byteLength);
      joined.set(rest);
      joined.set(bytes, rest.byteLength);
    }
    const wholeBytes = joined.byteLength - (joined.byteLength % sizeBytes);
    rest = joined.slice(wholeBytes);
    return joined.subarray(0, wholeBytes);
  };
}
