/** A provider that has to say its first word, and be done, within a time. */
import type { AnswerPart, Prompt } from '../../agent/ports/language-model.ts';
import { abortable, startDeadline } from '../../core/abort.ts';
import { LanguageModelError } from '../../core/errors.ts';
import type { Provider } from './provider.ts';

export type AnswerDeadlines = {
  /** To the first text or call. */
  readonly firstTokenMs: number;
  readonly answerMs: number;
};

/** Its answers reject with `LLM_TIMEOUT`. */
export function withDeadlines(provider: Provider, deadlines: AnswerDeadlines): Provider {
  return { ...provider, answer: (prompt, options) => timedAnswer(provider, deadlines, prompt, options) };
}

async function* timedAnswer(
  provider: Provider,
  { firstTokenMs, answerMs }: AnswerDeadlines,
  prompt: Prompt,
  { signal }: { readonly signal: AbortSignal },
): AsyncGenerator<AnswerPart, void> {
  await abortable(provider.load(), signal);
  using whole = startDeadline(answerMs, signal);
  using first = startDeadline(firstTokenMs, whole.signal);
  try {
    for await (const part of provider.answer(prompt, { signal: first.signal })) {
      first[Symbol.dispose]();
      yield part;
    }
  } catch (error) {
    signal.throwIfAborted();
    const seconds = (first.isOver ? firstTokenMs : answerMs) / 1_000;
    if (!first.isOver && !whole.isOver) throw error;
    const what = first.isOver
      ? `it said nothing within ${seconds} s; a smaller model, or a longer first_token_ms, may help`
      : `its answer took longer than ${seconds} s`;
    throw new LanguageModelError('LLM_TIMEOUT', `${provider.name}: ${what}`, {
      cause: error,
      retryable: true,
      details: { provider: provider.name },
    });
  }
}
