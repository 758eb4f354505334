/** The evaluation recordings: a directory of WAV and FLAC files described by one `manifest.jsonl`. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { z } from 'zod';
import { toInt16 } from '../audio/pcm.ts';
import { createResampler } from '../audio/resample.ts';
import { readWavMono } from '../audio/wav.ts';
import { ConfigError } from '../core/errors.ts';

/** The manifest also lists text files, which have other fields. */
const fileSchema = z.looseObject({ file: z.string() });
const audioEndings: readonly string[] = ['.wav', '.flac'];

const recordingSchema = z.looseObject({
  /** Path below the directory. */
  file: z.string(),
  category: z.string(),
  seconds: z.number(),
  text: z.string().nullish(),
  keyword: z.string().nullish(),
  speaker: z.string().nullish(),
  language: z.string().nullish(),
  intent: z.string().nullish(),
  slots: z.record(z.string(), z.unknown()).nullish(),
  /** The clip says something no command can mean. */
  oov: z.boolean().nullish(),
});

/** One line of the manifest. */
export type Recording = z.infer<typeof recordingSchema>;

/**
 * The recordings whose path starts with one of the prefixes (all without any), in the manifest's order.
 * @throws ConfigError `CONFIG_INVALID` when the directory has no manifest.
 */
export async function listRecordings(
  evalDir: string,
  prefixes: readonly string[] = [''],
): Promise<Recording[]> {
  const path = join(evalDir, 'manifest.jsonl');
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ConfigError('CONFIG_INVALID', `no recordings: ${path} can not be read`, { cause });
  });
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => fileSchema.parse(JSON.parse(line)))
    .filter(({ file }) => audioEndings.includes(extname(file)))
    .filter(({ file }) => prefixes.some((prefix) => file.startsWith(prefix)))
    .map((line) => recordingSchema.parse(line));
}

/** The whole recording as mono 16-bit samples at 16 kHz. */
export async function readRecording(evalDir: string, recording: Recording): Promise<Int16Array> {
  return readAudioFile(join(evalDir, recording.file));
}

/** A WAV or FLAC file as mono 16-bit samples at 16 kHz. */
export async function readAudioFile(path: string): Promise<Int16Array> {
  const bytes = await readFile(path);
  return extname(path) === '.flac' ? decodeFlac(bytes) : readWavMono(bytes);
}

/** The decoder can lose a file's last frame (0.3 s): good enough for noise and negatives, all that is FLAC here. */
async function decodeFlac(bytes: Uint8Array): Promise<Int16Array> {
  const { FLACDecoder } = await import('@wasm-audio-decoders/flac');
  const decoder = new FLACDecoder();
  await decoder.ready;
  try {
    const { channelData, sampleRate, samplesDecoded } = await decoder.decodeFile(bytes);
    const scale = 32_768 / Math.max(1, channelData.length);
    const mono = new Float32Array(samplesDecoded);
    for (const channel of channelData)
      for (let i = 0; i < samplesDecoded; i += 1) mono[i] = (mono[i] ?? 0) + (channel[i] ?? 0) * scale;
    const resampler = createResampler(sampleRate, 16_000);
    const head = resampler.push(mono);
    const tail = resampler.end();
    const samples = new Int16Array(head.length + tail.length);
    samples.set(toInt16(head));
    samples.set(toInt16(tail), head.length);
    return samples;
  } finally {
    decoder.free();
  }
}
