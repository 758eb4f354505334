/** Asks for something that nobody should read off the screen. */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

export async function askHidden(
  question: string,
  { signal }: { readonly signal: AbortSignal },
): Promise<string> {
  process.stderr.write(question);
  // As a terminal it echoes what is typed: into nothing.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const input = createInterface({ input: process.stdin, output: nowhere, terminal: true, signal });
  try {
    const [line]: unknown[] = await once(input, 'line', { signal });
    return String(line).trim();
  } finally {
    input.close();
    process.stderr.write('\n');
  }
}
