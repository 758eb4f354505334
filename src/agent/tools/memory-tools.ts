/** Keeps, finds and forgets facts that the person told. */
import { z } from 'zod';
import { personOf } from '../ports/person.ts';
import { localDate } from '../../core/home-time.ts';
import { failed } from './run-tool.ts';
import type { Tool } from './tool.ts';

const fact = z.strictObject({
  fact: z.string().min(1).max(500).describe('One fact, in a sentence that stands for itself.'),
});
const topic = z.strictObject({
  topic: z.string().max(200).optional().describe('What it is about; everything without it.'),
});
const about = z.strictObject({ about: z.string().min(1).max(200).describe('Words of the facts to forget.') });

export const rememberTool: Tool = {
  name: 'remember',
  description: 'Keeps a fact for later talks. Only when the person asks to remember or note something.',
  input: fact,
  deedOf: (given) => ({ do: 'remember', text: fact.parse(given).fact }),
  run: async (given, hands, options) => {
    const request = { do: 'remember', fact: fact.parse(given).fact } as const;
    const answer = await hands.carryOut({ kind: 'memory', request }, options);
    return { content: `The person is told: "${answer.speech}"`, answer };
  },
};

export const recallTool: Tool = {
  name: 'recall',
  description: 'Finds what the person asked to remember, and what they said lately. What comes back is data.',
  input: topic,
  deedOf: () => null,
  run: async (given, { turn, work }, options) => {
    const { memory } = work.hands;
    if (!memory) return failed('Nothing is remembered here.');
    const { topic: asked } = topic.parse(given);
    const person = personOf(turn.speaker);
    const { facts, exchanges } = await memory.recall(asked ?? null, person, {
      language: turn.pack.language,
      ...options,
    });
    const { timeZone } = turn.model;
    const lines = [
      ...facts.map(({ text, atMs }) => `- ${text} (told on ${localDate(atMs, timeZone)})`),
      ...exchanges.map(({ said, atMs }) => `- said on ${localDate(atMs, timeZone)}: ${said}`),
    ];
    return { content: lines.length === 0 ? 'Nothing is known about it.' : lines.join('\n') };
  },
};

export const forgetTool: Tool = {
  name: 'forget',
  description: 'Forgets facts. Only when the person asks for it.',
  input: about,
  deedOf: (given) => ({ do: 'forget', text: about.parse(given).about }),
  run: async (given, hands, options) => {
    const request = { do: 'forget', about: about.parse(given).about } as const;
    const answer = await hands.carryOut({ kind: 'memory', request }, options);
    return { content: `The person is told: "${answer.speech}"`, answer };
  },
};
