/** A prompt with editing and a history of this session; what was typed is personal and is not kept. */
import { createInterface } from 'node:readline/promises';
import { completeNames } from './complete-names.ts';

type Options = {
  /** Names that Tab completes, asked anew each time. */
  readonly names: () => Iterable<string>;
  readonly signal: AbortSignal;
};

const leaving = /^(?:exit|quit)$/i;

/** Lines a person typed, without empty ones, until "exit", the end of the input, or the signal. */
export async function* askAgain({ names, signal }: Options): AsyncIterable<string> {
  const prompt = createInterface({
    input: process.stdin,
    output: process.stderr,
    prompt: '› ',
    removeHistoryDuplicates: true,
    completer: (line: string) => completeNames(line, names()),
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
      if (leaving.test(text)) return;
      if (text !== '') yield text;
      if (isOpen) prompt.prompt();
    }
  } finally {
    signal.removeEventListener('abort', end);
    prompt.close();
  }
}
