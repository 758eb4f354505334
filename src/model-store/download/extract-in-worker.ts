/** Unpacks in a thread of its own, so that services that already run are not stalled by a download. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { compiledBeside } from '../../core/built-files.ts';
import type { ExtractOptions } from './extract-archive.ts';

export type ExtractReport =
  | { readonly kind: 'ok' }
  | { readonly kind: 'failed'; readonly isDiskFull: boolean; readonly reason: string };

export const extractOptionsSchema = z.object({
  archivePath: z.string(),
  into: z.string(),
  keep: z.array(z.string()),
});

const reportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ok') }),
  z.object({ kind: z.literal('failed'), isDiskFull: z.boolean(), reason: z.string() }),
]);

/**
 * Memory of the worker: a bzip2 block of 900 kB costs its decoder some tens of MB. Without a limit a crafted
 * archive could take the whole process down.
 */
const maxHeapMb = 256;

/** Settles with what became of it; rejects with the signal's reason after the worker has stopped. */
export async function extractInWorker(options: ExtractOptions, signal: AbortSignal): Promise<ExtractReport> {
  signal.throwIfAborted();
  const worker = new Worker(compiledBeside('extract-worker.js', import.meta.url), {
    workerData: options,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    execArgv: [],
  });
  try {
    const [message] = await once(worker, 'message', { signal });
    return reportSchema.parse(message);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    return {
      kind: 'failed',
      isDiskFull: false,
      reason: error instanceof Error ? error.message : String(error),
    };
  } finally {
    await worker.terminate();
  }
}
