/** The one place where an error becomes a Wyoming `error`: a code and a safe sentence, never a stack or user text. */
import type { SendableEvent } from 'wyoming-ts';
import type { ErrorCode } from '../core/errors.ts';
import { publicError } from '../core/public-error.ts';

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

export function toErrorEvent(error: unknown): ErrorAnswer {
  const { code, message } = publicError(error);
  return { event: { type: 'error', data: { text: message, code } }, code, closes: closingCodes.has(code) };
}
