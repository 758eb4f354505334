/** What the wake bench asks of a process of its own: ours (`wake-child.ts`) and the peer's take the same jobs. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { EngineError } from '../../core/errors.ts';

export type WakeJob = {
  /** Path of mono 16 kHz WAV audio. */
  readonly wav: string;
} & (
  | { readonly mode: 'cpu'; /** Frames run before the measurement. */ readonly warmup: number }
  | { readonly mode: 'streams'; readonly count: number; readonly seconds: number }
);

export const cpuResultSchema = z.looseObject({ cpuMs: z.number(), frames: z.number() });
export const streamsResultSchema = z.looseObject({ late: z.number(), ticks: z.number() });

/** Scores of every frame of a long file, as text. */
const maxOutputBytes = 64 * 1024 * 1024;

/**
 * Runs a program on one core with the job as its last argument.
 * @returns what it printed last, parsed.
 * @throws EngineError `ENGINE_FAILED` when it failed or printed something else.
 */
export async function runPinned<T>(
  command: readonly string[],
  job: unknown,
  schema: z.ZodType<T>,
  signal: AbortSignal,
): Promise<T> {
  try {
    const args = ['-c', '0', ...command, JSON.stringify(job)];
    const { stdout } = await promisify(execFile)('taskset', args, { signal, maxBuffer: maxOutputBytes });
    return schema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  } catch (cause) {
    signal.throwIfAborted();
    throw new EngineError('ENGINE_FAILED', `bench process failed: ${command.join(' ')}`, { cause });
  }
}
