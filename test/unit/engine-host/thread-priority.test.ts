import { getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const compiled = fileURLToPath(new URL('../../../dist/engine-host/thread-priority.js', import.meta.url));

/** Runs in a thread: its own niceness afterwards, and that of the process. */
const body = (kind: string): string => `
  const { parentPort } = require('node:worker_threads');
  const os = require('node:os');
  const fs = require('node:fs');
  import(${JSON.stringify(compiled)}).then(({ lowerThreadPriority }) => {
    lowerThreadPriority('${kind}', { debug: (message, fields) => { throw new Error(message + fields.reason); } });
    const thread = Number(fs.readlinkSync('/proc/thread-self').split('/').pop());
    parentPort.postMessage(os.getPriority(thread));
  });`;

async function nicenessOf(kind: string): Promise<number> {
  const worker = new Worker(body(kind), { eval: true });
  return await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

describe.runIf(process.platform === 'linux')('lowerThreadPriority', () => {
  it('puts synthesis behind wake words and both behind transcription, and leaves the process alone', async () => {
    const before = getPriority(process.pid);
    const [stt, wake, tts] = [await nicenessOf('stt'), await nicenessOf('wake'), await nicenessOf('tts')];
    expect(wake).toBeGreaterThan(stt);
    expect(tts).toBeGreaterThan(wake);
    expect(getPriority(process.pid)).toBe(before);
  });
});
