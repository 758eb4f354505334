/** A prompt for tests, and what an answer is made of. */
import type { AnswerPart, LanguageModel, Prompt } from '../../../src/agent/ports/language-model.ts';
import { collect, noAbort } from '../streams.ts';

export const prompt: Prompt = {
  system: { stable: 'You are the voice of a home.', situation: 'It is Tuesday.' },
  messages: [{ from: 'person', text: 'How warm is the office?' }],
  tools: [
    {
      name: 'get_state',
      description: 'Reads a device.',
      inputSchema: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
    },
  ],
  maxTokens: 300,
};

export const answerOf = (
  provider: LanguageModel,
  asked: Prompt = prompt,
  signal: AbortSignal = noAbort,
): Promise<AnswerPart[]> => collect(provider.answer(asked, { signal }));

export const textOf = (parts: readonly AnswerPart[]): string =>
  parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');

export const callsOf = (parts: readonly AnswerPart[]) =>
  parts.flatMap((part) => (part.kind === 'call' ? [part.call] : []));
