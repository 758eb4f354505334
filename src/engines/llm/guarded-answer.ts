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

/** A server closes its stream right behind the end; read so far, its connection serves the next request too. */
const closeMs = 250;

export function guardedAnswer({ subject, open, explain }: GuardedAnswerParts): OpenAnswer {
  return async function* answer(prompt, { signal }): AsyncGenerator<AnswerPart, void> {
    signal.throwIfAborted();
    const unread = new AbortController();
    let isEmpty = true;
    let closing: NodeJS.Timeout | undefined;
    try {
      for await (const part of open(prompt, { signal: AbortSignal.any([signal, unread.signal]) })) {
        if (closing) continue;
        signal.throwIfAborted();
        isEmpty = false;
        if (part.kind === 'end') closing = setTimeout(() => unread.abort(), closeMs);
        yield part;
      }
      if (closing) return;
      // The clients end an aborted stream as if it were whole.
      signal.throwIfAborted();
      throw isEmpty ? unreadable(subject) : brokenOff(subject);
    } catch (error) {
      if (closing) return;
      signal.throwIfAborted();
      throw isVoiceError(error) ? error : explain(error);
    } finally {
      clearTimeout(closing);
      unread.abort();
    }
  };
}
