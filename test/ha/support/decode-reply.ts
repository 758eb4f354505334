/** Decodes a reply as core hands it out (mp3), with the core's own ffmpeg. */
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { corePython } from '../../../src/bench/ha/core-tree.ts';
import { int16FromBytes } from '../../../src/audio/pcm.ts';
import { never } from './test-home.ts';

/** Mono 16 kHz. Throws when it is no audio. */
export async function decodeReply(bytes: Uint8Array): Promise<Int16Array> {
  const python = await corePython({ signal: never, progress: () => undefined });
  const args = ['-v', 'error', '-i', 'pipe:0', '-f', 's16le', '-ac', '1', '-ar', '16000', 'pipe:1'];
  return int16FromBytes(execFileSync(join(dirname(python), 'ffmpeg'), args, { input: bytes }));
}
