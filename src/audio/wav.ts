/** RIFF/WAVE files: reads what is found in the wild, writes 16-bit PCM. */
import { RequestError } from '../core/errors.ts';
import { createConverter } from './converter.ts';
import { bytesFromInt16, checkPcmFormat, frameBytes } from './pcm.ts';
import type { PcmFormat } from './pcm.ts';

export type WavAudio = {
  readonly format: PcmFormat;
  /** Interleaved signed little-endian samples, whole frames only. */
  readonly data: Uint8Array;
};

/** Codes of the `fmt ` chunk (RFC 2361; the extensible form keeps the real code in its GUID). */
const pcmCode = 1;
const floatCode = 3;
const extensibleCode = 0xfffe;
/** A writer that can not seek back leaves one of these as size: the data goes on to the end of the file. */
const unknownSize = 0xff_ff_ff_ff;
const unknownSizes: readonly number[] = [0, unknownSize];
const headerBytes = 44;

/**
 * Reads integer PCM of 8–32 bits and 32-bit float, from any chunk order, with unknown or too large sizes.
 * @throws RequestError `REQUEST_INVALID` when it is no WAVE file or a compressed one.
 */
export function readWav(bytes: Uint8Array): WavAudio {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 12 || tagAt(view, 0) !== 'RIFF' || tagAt(view, 8) !== 'WAVE')
    throw invalid('not a RIFF/WAVE file');
  let fmt: WavFormat | undefined;
  for (let offset = 12; offset + 8 <= bytes.byteLength;) {
    const tag = tagAt(view, offset);
    const sizeBytes = view.getUint32(offset + 4, true);
    const start = offset + 8;
    if (tag === 'fmt ') fmt = readFormat(view, start, sizeBytes);
    if (tag === 'data') {
      if (!fmt) throw invalid('the file has data before its format');
      const end = unknownSizes.includes(sizeBytes) ? bytes.byteLength : start + sizeBytes;
      return toSigned(bytes.subarray(start, Math.min(end, bytes.byteLength)), fmt);
    }
    // Chunks are padded to an even length (RIFF); the pad byte is not part of the size.
    offset = start + sizeBytes + (sizeBytes % 2);
  }
  throw invalid(fmt ? 'the file has no data' : 'the file has no format');
}

/** The file as mono 16-bit samples at the rate, 16 kHz unless told. */
export function readWavMono(bytes: Uint8Array, rateHz?: number): Int16Array {
  const { format, data } = readWav(bytes);
  const converter = createConverter(format, rateHz);
  const body = converter.push(data);
  const tail = converter.end();
  const samples = new Int16Array(body.length + tail.length);
  samples.set(body);
  samples.set(tail, body.length);
  return samples;
}

/** A whole file of 16-bit samples; several channels are interleaved. */
export function writeWav(samples: Int16Array, rateHz: number, channels = 1): Uint8Array {
  const file = new Uint8Array(headerBytes + samples.byteLength);
  file.set(wavHeader({ rateHz, widthBytes: 2, channels }, samples.byteLength));
  file.set(bytesFromInt16(samples), headerBytes);
  return file;
}

/** The 44 bytes before the data; without a length it is a streaming header (size 0xFFFFFFFF). */
export function wavHeader(format: PcmFormat, dataBytes?: number): Uint8Array {
  const header = new Uint8Array(headerBytes);
  const view = new DataView(header.buffer);
  const blockBytes = frameBytes(format);
  putTag(view, 0, 'RIFF');
  view.setUint32(4, dataBytes === undefined ? unknownSize : dataBytes + headerBytes - 8, true);
  putTag(view, 8, 'WAVE');
  putTag(view, 12, 'fmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, pcmCode, true);
  view.setUint16(22, format.channels, true);
  view.setUint32(24, format.rateHz, true);
  view.setUint32(28, format.rateHz * blockBytes, true);
  view.setUint16(32, blockBytes, true);
  view.setUint16(34, format.widthBytes * 8, true);
  putTag(view, 36, 'data');
  view.setUint32(40, dataBytes ?? unknownSize, true);
  return header;
}

type WavFormat = { readonly pcm: PcmFormat; readonly isFloat: boolean };

function readFormat(view: DataView, start: number, sizeBytes: number): WavFormat {
  if (sizeBytes < 16 || start + sizeBytes > view.byteLength) throw invalid('the file has a cut format');
  let code = view.getUint16(start, true);
  const bits = view.getUint16(start + 14, true);
  if (code === extensibleCode) {
    if (sizeBytes < 40) throw invalid('the file has a cut extensible format');
    code = view.getUint16(start + 24, true);
  }
  if (code !== pcmCode && code !== floatCode)
    throw invalid(`WAVE encoding ${code} is compressed or unknown; only PCM and float are read`);
  if (code === floatCode && bits !== 32) throw invalid(`float samples of ${bits} bits are not read`);
  // 12- or 20-bit samples lie left-aligned in the next whole number of bytes.
  const pcm = {
    rateHz: view.getUint32(start + 4, true),
    widthBytes: Math.ceil(bits / 8),
    channels: view.getUint16(start + 2, true),
  };
  return { pcm: checkPcmFormat(pcm), isFloat: code === floatCode };
}

/** WAVE's 8-bit samples are unsigned and its floats −1 to 1: both become signed integers. */
function toSigned(data: Uint8Array, { pcm, isFloat }: WavFormat): WavAudio {
  const whole = data.subarray(0, data.byteLength - (data.byteLength % frameBytes(pcm)));
  if (pcm.widthBytes === 1) return { format: pcm, data: whole.map((byte) => byte ^ 0x80) };
  if (!isFloat) return { format: pcm, data: whole };
  const signed = new Uint8Array(whole.byteLength);
  const from = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  const to = new DataView(signed.buffer);
  for (let offset = 0; offset < whole.byteLength; offset += 4) {
    const value = Math.round(from.getFloat32(offset, true) * 2_147_483_648);
    to.setInt32(offset, Math.max(-2_147_483_648, Math.min(2_147_483_647, value)), true);
  }
  return { format: pcm, data: signed };
}

function tagAt(view: DataView, offset: number): string {
  return String.fromCodePoint(...Array.from({ length: 4 }, (_, i) => view.getUint8(offset + i)));
}

function putTag(view: DataView, offset: number, tag: string): void {
  for (let i = 0; i < 4; i += 1) view.setUint8(offset + i, tag.codePointAt(i) ?? 0);
}

function invalid(message: string): RequestError {
  return new RequestError('REQUEST_INVALID', message);
}
