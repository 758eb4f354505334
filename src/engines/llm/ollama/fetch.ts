/**
 * The `fetch` that Ollama's client is given: it ends with our signal, and answers that are no stream of Ollama's are
 * told as what they are. The client itself would print them.
 */
import { LanguageModelError } from '../../../core/errors.ts';
import { brokenOff, disconnected, readRetryAfterMs, refused, unreadable } from '../fault.ts';
import { jsonLines } from '../json-lines.ts';
import type { Subject } from '../subject.ts';

/** What an error message of a server may be; more is no error message. */
const mostErrorLength = 4_000;

export function ollamaFetch(subject: Subject, signal: AbortSignal): typeof fetch {
  return async (input, init) => {
    const signals = init?.signal ? [init.signal, signal] : [signal];
    let response: Response;
    try {
      response = await fetch(input, { ...init, signal: AbortSignal.any(signals) });
    } catch (cause) {
      signal.throwIfAborted();
      throw disconnected(subject, cause);
    }
    if (!response.ok) {
      const text = (await response.text().catch(() => '')).slice(0, mostErrorLength);
      const waitMs = readRetryAfterMs(response.headers, Date.now());
      throw refused(subject, { status: response.status, text, retryAfterMs: waitMs });
    }
    if (!isJson(response.headers.get('content-type'))) {
      await response.body?.cancel();
      throw unreadable(subject);
    }
    if (!response.body || !isLines(response)) return response;
    const lines = response.body.pipeThrough(jsonLines((cause) => unreadable(subject, cause)));
    return new Response(lines, response);
  };
}

const isLines = ({ headers }: Response): boolean => /ndjson/u.test(headers.get('content-type') ?? '');
const isJson = (contentType: string | null): boolean => contentType !== null && /json/u.test(contentType);

/** Errors that came while the answer was read; the client has no types of its own for them. */
export function explainOllama(subject: Subject, error: unknown): LanguageModelError {
  if (error instanceof LanguageModelError) return error;
  // A broken body is undici's TypeError; a stream without its end, and one that tells an error, are plain errors.
  if (error instanceof TypeError) return disconnected(subject, error);
  if (error instanceof SyntaxError) return unreadable(subject, error);
  return brokenOff(subject, error);
}
