/** Which engine's thread goes first when all cores are busy. */
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { basename } from 'node:path';
import { toError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import type { EngineKind } from './spec.ts';

/**
 * Niceness by engine: a person waits for the end of a transcription, a wake word is heard again a moment later, and
 * a reply has a whole sentence in hand once it began. Speech synthesis uses all cores it gets.
 */
const niceness: Readonly<Record<EngineKind, number>> = { stt: 0, wake: 2, tts: 4 };

/**
 * Sets the niceness of the calling thread, and with it of every thread it starts later (the runtime's own ones).
 * Linux alone has a niceness per thread, and names the calling one in /proc; elsewhere nothing is changed.
 */
export function lowerThreadPriority(kind: EngineKind, log: Logger): void {
  if (process.platform !== 'linux' || niceness[kind] === 0) return;
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), niceness[kind]);
  } catch (error) {
    log.debug('thread priority not set', { engine: kind, reason: toError(error).message });
  }
}
