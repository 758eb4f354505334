/** What went wrong with a provider, in sentences that name what to do about it. */
import { LanguageModelError, toError } from '../../core/errors.ts';
import type { Subject } from './subject.ts';

/** What a provider answered instead of words. */
export type Refusal = {
  readonly status: number;
  /** As the provider wrote it: it may quote what was asked, so it is kept from the message. */
  readonly text: string;
  readonly retryAfterMs: number | null;
  readonly cause?: unknown;
};

/** True when the request is to blame, not the provider: the same one would fail again, another may well be answered. */
export function isAboutRequest(error: LanguageModelError): boolean {
  return error.details['about'] === 'request';
}

/** How long the provider asked to be left alone; null when it did not say. */
export function retryAfterMsOf(error: LanguageModelError): number | null {
  const value = error.details['retryAfterMs'];
  return typeof value === 'number' ? value : null;
}

export function refused(subject: Subject, refusal: Refusal): LanguageModelError {
  const { status, text, retryAfterMs, cause } = refusal;
  const { name, kind, model, url } = subject;
  const details = { provider: name, status, pii: { text } };
  const options = { details, cause };
  if (status === 401)
    return new LanguageModelError(
      'LLM_REFUSED',
      `${name}: the key is not accepted; set the right one`,
      options,
    );
  if (status === 402)
    return new LanguageModelError('LLM_REFUSED', `${name}: the account has no credit left`, options);
  if (status === 403)
    return new LanguageModelError('LLM_REFUSED', `${name}: the key may not use this model`, options);
  if (status === 404) {
    const fix = kind === 'ollama' ? `run "ollama pull ${model}"` : 'look at its name and at the address';
    const message = `${name}: there is no model "${model}" at ${url}; ${fix}`;
    return new LanguageModelError('LLM_REFUSED', message, options);
  }
  if (status === 429) {
    const wait = retryAfterMs === null ? 'a while' : `${Math.ceil(retryAfterMs / 1_000)} s`;
    const message = `${name}: too many requests, or no credit left; it can be asked again in ${wait}`;
    return new LanguageModelError('LLM_LIMITED', message, {
      ...options,
      retryable: true,
      details: { ...details, ...(retryAfterMs !== null && { retryAfterMs }) },
    });
  }
  if (status >= 500)
    return new LanguageModelError('LLM_FAILED', `${name}: it is overloaded or broken (${status})`, {
      ...options,
      retryable: true,
    });
  if (kind === 'ollama' && text.includes('does not support tools'))
    return new LanguageModelError(
      'LLM_REFUSED',
      `${name}: this model can not call tools; choose one that can`,
      options,
    );
  return new LanguageModelError('LLM_FAILED', `${name}: it does not take the request (${status})`, {
    ...options,
    details: { ...details, about: 'request' },
  });
}

/** The connection could not be made, or broke. */
export function disconnected(subject: Subject, cause: unknown): LanguageModelError {
  const { name, url, kind } = subject;
  const code = errnoOf(cause);
  const { hostname } = new URL(url);
  const options = {
    cause,
    retryable: true,
    details: { provider: name, ...(code !== undefined && { errno: code }) },
  };
  if (code === undefined || brokenLater.has(code))
    return new LanguageModelError(
      'LLM_FAILED',
      `${name}: the connection broke in the middle of an answer`,
      options,
    );
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new LanguageModelError('LLM_UNREACHABLE', `${name}: no address is found for ${hostname}`, options);
  if (certificateCodes.test(code))
    return new LanguageModelError(
      'LLM_UNREACHABLE',
      `${name}: the certificate of ${hostname} is not trusted`,
      options,
    );
  const hint = kind === 'ollama' ? '; is Ollama running, and does it listen there (OLLAMA_HOST)?' : '';
  return new LanguageModelError('LLM_UNREACHABLE', `${name}: nothing answers at ${url}${hint}`, options);
}

const brokenLater = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_BODY_TIMEOUT']);
const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|SSL|TLS/u;

/** The system's or undici's code at the bottom of a failed fetch. */
function errnoOf(error: unknown): string | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string' && at.code !== '') return at.code;
    if (at instanceof AggregateError && at.errors.length > 0) return errnoOf(at.errors[0]);
  }
  return undefined;
}

export function unreadable({ name, url }: Subject, cause?: unknown): LanguageModelError {
  const message = `${name}: what answers at ${url} can not be read; is the address right?`;
  return new LanguageModelError('LLM_FAILED', message, {
    retryable: true,
    details: { provider: name },
    ...(cause !== undefined && { cause: toError(cause) }),
  });
}

export function brokenOff({ name }: Subject, cause?: unknown): LanguageModelError {
  return new LanguageModelError('LLM_FAILED', `${name}: it broke off its answer`, {
    retryable: true,
    details: { provider: name },
    ...(cause !== undefined && { cause: toError(cause) }),
  });
}

/** `Retry-After` in seconds or as a date, and the finer header that two providers send. */
export function readRetryAfterMs(headers: Headers | undefined, nowMs: number): number | null {
  const fine = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(fine)) return Math.max(0, fine);
  const value = headers?.get('retry-after');
  if (value === null || value === undefined || value === '') return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}
