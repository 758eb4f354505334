/** What is the same for every provider's answer: one end, the request ended with its reader, errors of ours. */
import type { AnswerPart, Prompt } from '../../agent/ports/language-model.ts';
import { isVoiceError, type LanguageModelError } from '../../core/errors.ts';
import { brokenOff, unreadable } from './fault.ts';
import type { Subject } from './subject.ts';

export type OpenAnswer = (
  prompt: Prompt,
  options: { readonly signal: AbortSignal },
) => AsyncIterable<AnswerPart>;

export type GuardedAnswerParts = {
  readonly subject: Subject;
  /** The provider's own stream; the signal also aborts when nobody reads on. */
  readonly open: OpenAnswer;
  /** What an error of the provider's client means. */
  readonly explain: (error: unknown) => LanguageModelError;
};

export function guardedAnswer({ subject, open, explain }: GuardedAnswerParts): OpenAnswer {
  return async function* answer(prompt, { signal }): AsyncGenerator<AnswerPart, void> {
    signal.throwIfAborted();
    const unread = new AbortController();
    let isEmpty = true;
    try {
      for await (const part of open(prompt, { signal: AbortSignal.any([signal, unread.signal]) })) {
        signal.throwIfAborted();
        isEmpty = false;
        yield part;
        if (part.kind === 'end') return;
      }
      // The clients end an aborted stream as if it were whole.
      signal.throwIfAborted();
      throw isEmpty ? unreadable(subject) : brokenOff(subject);
    } catch (error) {
      signal.throwIfAborted();
      throw isVoiceError(error) ? error : explain(error);
    } finally {
      unread.abort();
    }
  };
}
