/** What errors of the two generated clients (Anthropic's and OpenAI's) mean; both have the same shape. */
import { isVoiceError, LanguageModelError } from '../../core/errors.ts';
import { brokenOff, disconnected, readRetryAfterMs, refused, unreadable } from './fault.ts';
import type { Subject } from './subject.ts';

export function explainClient(subject: Subject, error: unknown): LanguageModelError {
  if (error instanceof LanguageModelError) return error;
  if (!(error instanceof Error) || isVoiceError(error)) return brokenOff(subject, error);
  const status = statusOf(error);
  if (status !== undefined) {
    const headers = 'headers' in error && error.headers instanceof Headers ? error.headers : undefined;
    const waitMs = readRetryAfterMs(headers, Date.now());
    return refused(subject, { status, text: error.message, retryAfterMs: waitMs, cause: error });
  }
  if (error instanceof SyntaxError) return unreadable(subject, error);
  // The fetch failed, or the body broke: undici's error is the cause, or the error itself.
  if (error instanceof TypeError || error.cause instanceof Error) return disconnected(subject, error);
  return brokenOff(subject, error);
}

/** The address has no such page: a server that speaks only a part of the API. */
export function isMissingPage(error: unknown): boolean {
  const status = error instanceof Error ? statusOf(error) : undefined;
  return status === 404 || status === 405 || status === 501;
}

function statusOf(error: Error): number | undefined {
  return 'status' in error && typeof error.status === 'number' ? error.status : undefined;
}
