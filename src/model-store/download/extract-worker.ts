/** Entry of the worker thread that unpacks one archive; see extract-in-worker.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { toError } from '../../core/errors.ts';
import { isErrno } from '../../core/errno.ts';
import { extractArchive } from './extract-archive.ts';
import { extractOptionsSchema, type ExtractReport } from './extract-in-worker.ts';

async function run(): Promise<ExtractReport> {
  try {
    await extractArchive(extractOptionsSchema.parse(workerData));
    return { kind: 'ok' };
  } catch (error) {
    const isDiskFull = isErrno(error, 'ENOSPC', 'EDQUOT');
    return { kind: 'failed', isDiskFull, reason: toError(error).message };
  }
}

parentPort?.postMessage(await run());
