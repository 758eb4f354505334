/** One turn → what a language model is asked: first what is always the same, last what is of this moment. */
import type { Clock } from '../../core/clock.ts';
import type { Turn } from '../turn.ts';
import type { Message, Prompt, ToolDescription } from '../ports/language-model.ts';
import type { PromptSettings } from './options.ts';
import { stableText } from './rules.ts';
import { situationText } from './situation-text.ts';

export type PromptOptions = PromptSettings & {
  /** Of one answer. */
  readonly maxTokens: number;
  readonly clock: Clock;
};

/** A longer sentence or answer is no talk; a model's window must hold the last few. */
const messageChars = 2_000;

/** Pure but for the clock; a few milliseconds for a home of thousands. */
export function buildPrompt(
  turn: Turn,
  tools: readonly ToolDescription[],
  { persona, homeCharacters, maxTokens, clock }: PromptOptions,
): Prompt {
  const { request, model, dialogue } = turn;
  return {
    system: {
      stable: stableText(persona, request.language, model),
      situation: situationText(turn, { nowMs: clock.now(), homeChars: homeCharacters }),
    },
    messages: [
      ...(dialogue?.exchanges ?? []).flatMap(exchangeMessages),
      { from: 'person', text: request.text.slice(0, messageChars) },
    ],
    tools,
    maxTokens,
  };
}

/** Nothing of a turn that one of both kept silent in: messages have to alternate. */
function exchangeMessages({
  said,
  answered,
}: {
  readonly said: string;
  readonly answered: string;
}): Message[] {
  if (said.trim() === '' || answered.trim() === '') return [];
  return [
    { from: 'person', text: said.slice(0, messageChars) },
    { from: 'model', text: answered.slice(0, messageChars), calls: [] },
  ];
}
