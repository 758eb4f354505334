/** The one place where an error becomes a Wyoming `error`: a code and a safe sentence, never a stack or user text. */
import { errorCodes } from '../core/error-codes.ts';
import { isVoiceError } from '../core/errors.ts';
import type { ErrorCode } from '../core/errors.ts';
import type { SendableEvent } from 'wyoming-ts';

export type ErrorAnswer = {
  readonly event: SendableEvent;
  readonly code: ErrorCode;
  /** True when the connection ends after it: going on with this peer would only cost the others. */
  readonly closes: boolean;
};

const closingCodes: ReadonlySet<ErrorCode> = new Set([
  'ENGINE_OVERLOADED',
  'REQUEST_TOO_LARGE',
  'SHUTTING_DOWN',
]);

/** Messages of these are written for the one who asked; all others may hold paths or what a backend said. */
const requestCodes: ReadonlySet<ErrorCode> = new Set([
  'REQUEST_INVALID',
  'REQUEST_LANGUAGE_UNKNOWN',
  'REQUEST_TOO_LARGE',
  'REQUEST_VOICE_UNKNOWN',
]);

export function toErrorEvent(error: unknown): ErrorAnswer {
  const code = isVoiceError(error) ? error.code : 'BUG';
  const text = isVoiceError(error) && requestCodes.has(code) ? sentence(error.message) : errorCodes[code];
  return { event: { type: 'error', data: { text, code } }, code, closes: closingCodes.has(code) };
}

/** Messages inside the program begin small and have no full stop; people read this one. */
function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.?!]$/u.test(text) ? text : `${text}.`;
}
