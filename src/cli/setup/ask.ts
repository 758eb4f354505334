/** Questions to the person at the terminal, each with an answer that Enter takes. */
import { createInterface } from 'node:readline/promises';
import type { Terminal } from '../terminal.ts';

export type Ask = {
  /** Text; empty takes the default. */
  text(question: string, preset: string): Promise<string>;
  /** One of several, by number; the first is the default. */
  choice(question: string, options: readonly string[]): Promise<number>;
  /** Yes or no. */
  confirm(question: string, preset: boolean): Promise<boolean>;
};

/** Takes every default, for scripts. */
export const takeDefaults: Ask = {
  text: async (_, preset) => preset,
  choice: async () => 0,
  confirm: async (_, preset) => preset,
};

/** What it uses of a terminal's input: one line for a question. */
export type ReadLine = (question: string) => Promise<string>;

export function askPerson(read: ReadLine, { note }: Pick<Terminal, 'note'>): Ask {
  return {
    text: async (question, preset) => {
      const answer = (await read(preset === '' ? `${question}: ` : `${question} [${preset}]: `)).trim();
      return answer === '' ? preset : answer;
    },
    choice: async (question, options) => {
      options.forEach((option, place) => note(`  ${place + 1}  ${option}`));
      for (;;) {
        const answer = (await read(`${question} [1]: `)).trim();
        const number = answer === '' ? 1 : Number(answer);
        if (Number.isInteger(number) && number >= 1 && number <= options.length) return number - 1;
        note(`Please answer with a number from 1 to ${options.length}.`);
      }
    },
    confirm: async (question, preset) => {
      for (;;) {
        const answer = (await read(`${question} [${preset ? 'Y/n' : 'y/N'}]: `)).trim().toLowerCase();
        if (answer === '') return preset;
        if (/^(y|yes)$/.test(answer)) return true;
        if (/^(n|no)$/.test(answer)) return false;
        note('Please answer with yes or no.');
      }
    },
  };
}

/** Reads from the real terminal until disposed; the signal ends a question that waits. */
export function openPrompt(signal: AbortSignal): Disposable & { readonly read: ReadLine } {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  return {
    read: async (question) => await prompt.question(question, { signal }),
    [Symbol.dispose]: () => prompt.close(),
  };
}
