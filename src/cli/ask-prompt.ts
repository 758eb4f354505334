/** A prompt with editing and a history of this session; what was typed is personal and is not kept. */
import { createInterface } from 'node:readline/promises';

/** Lines a person typed, until an empty one, the end of the input, or the signal. */
export async function* askAgain({ signal }: { readonly signal: AbortSignal }): AsyncIterable<string> {
  const prompt = createInterface({
    input: process.stdin,
    output: process.stderr,
    prompt: '› ',
    removeHistoryDuplicates: true,
  });
  const end = (): void => prompt.close();
  signal.addEventListener('abort', end, { once: true });
  // Lines that were piped in are read out after their end, and a prompt that is closed may not be shown again.
  let isOpen = true;
  prompt.once('close', () => (isOpen = false));
  try {
    prompt.prompt();
    for await (const line of prompt) {
      const text = line.trim();
      if (text === '') return;
      yield text;
      if (isOpen) prompt.prompt();
    }
  } finally {
    signal.removeEventListener('abort', end);
    prompt.close();
  }
}
