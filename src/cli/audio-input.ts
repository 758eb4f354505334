/** Recordings given to commands: WAV files, or `-` for standard input. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { speechFormat } from '../audio/pcm.ts';
import { readWavMono } from '../audio/wav.ts';
import { RequestError, toError } from '../core/errors.ts';

const stdinFd = 0;

/** Mono 16 kHz samples. @throws RequestError `REQUEST_INVALID` when the file is missing or no WAV. */
export async function readRecording(path: string): Promise<Int16Array> {
  const bytes = await read(path);
  try {
    return readWavMono(bytes, speechFormat.rateHz);
  } catch (cause) {
    throw new RequestError('REQUEST_INVALID', `${path}: ${toError(cause).message}`, { cause });
  }
}

export type NamedRecording = { readonly file: string; readonly samples: Int16Array };

/** All of them, so that a wrong name is told before anything starts. */
export async function readRecordings(files: readonly string[]): Promise<readonly NamedRecording[]> {
  return await Promise.all(files.map(async (file) => ({ file, samples: await readRecording(file) })));
}

async function read(path: string): Promise<Uint8Array> {
  try {
    return path === '-' ? readFileSync(stdinFd) : await readFile(path);
  } catch (cause) {
    throw new RequestError('REQUEST_INVALID', `can not read ${path}: ${toError(cause).message}`, { cause });
  }
}
