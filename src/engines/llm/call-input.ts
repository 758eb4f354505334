/** The input of a tool call, as it comes in pieces of JSON. */
import { LanguageModelError } from '../../core/errors.ts';
import type { Subject } from './subject.ts';

/** No tool of ours takes a hundredth of it; a model that goes on for ever is stopped. */
const mostInputLength = 200_000;

/** @throws LanguageModelError `LLM_FAILED` when it grows without end. */
export function joinInput(subject: Subject, before: string, piece: string): string {
  if (before.length + piece.length <= mostInputLength) return before + piece;
  throw new LanguageModelError('LLM_FAILED', `${subject.name}: it wrote a call of a tool without end`, {
    details: { provider: subject.name },
  });
}

/** An object for none, and the text itself where it is no JSON: the tool then tells the model what it wants. */
export function parseInput(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** As the APIs take it back: an object, whatever the model wrote. */
export function inputObject(input: unknown): Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input) ? { ...input } : { input };
}
