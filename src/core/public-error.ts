/** What a peer may be told about an error: a code and a safe sentence, never a stack, a path or what somebody said. */
import { errorCodes } from './error-codes.ts';
import { type ErrorCode, isVoiceError } from './errors.ts';

export type PublicError = { readonly code: ErrorCode; readonly message: string };

/** Messages of these are written for the one who asked; all others may hold paths or what a backend said. */
const requestCodes: ReadonlySet<ErrorCode> = new Set([
  'REQUEST_INVALID',
  'REQUEST_LANGUAGE_UNKNOWN',
  'REQUEST_NOT_FOUND',
  'REQUEST_TOO_LARGE',
  'REQUEST_VOICE_UNKNOWN',
]);

export function publicError(error: unknown): PublicError {
  const code = isVoiceError(error) ? error.code : 'BUG';
  const isForPeer = isVoiceError(error) && requestCodes.has(code);
  return { code, message: isForPeer ? sentence(error.message) : errorCodes[code] };
}

/** Messages inside the program begin small and have no full stop; people read this one. */
function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.?!]$/u.test(text) ? text : `${text}.`;
}
