/**
 * The one error base of the program. Expected outcomes (no speech, not understood) are values, never errors;
 * an error says who must act: see the subclasses.
 */
import type { errorCodes } from './error-codes.ts';

export type ErrorCode = keyof typeof errorCodes;

export type ErrorOptions = {
  readonly cause?: unknown;
  /** Facts for a log line. Speech, prompts and names are personal: put them under `pii`. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** True when the same request may succeed later without a change by anyone. */
  readonly retryable?: boolean;
};

const marker = Symbol.for('hearken.VoiceError');

export class VoiceError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly details: Readonly<Record<string, unknown>>;
  readonly [marker] = true;

  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.details = options.details ?? {};
  }
}

/** The person who runs the program must act: an option, a path, a missing model. */
export class ConfigError extends VoiceError {}

/** An inference backend failed, is not installed, is overloaded or was lost. */
export class EngineError extends VoiceError {}

/** Home Assistant (or the demo home) refused, failed or is away. */
export class HomeError extends VoiceError {}

/** A language model can not be reached, refuses, breaks off or takes too long. */
export class LanguageModelError extends VoiceError {}

/** The store in the data directory can not be opened, read or written. */
export class StoreError extends VoiceError {}

/** The request itself can not be served as asked (unknown voice, text too long). */
export class RequestError extends VoiceError {}

/** We made a mistake. */
export class BugError extends VoiceError {}

/** True for an error of this program, also one made by another copy of this module. */
export function isVoiceError(value: unknown): value is VoiceError {
  return typeof value === 'object' && value !== null && marker in value;
}

/** The value as an Error, for places that must hand one on. */
export function toError(value: unknown): Error {
  return value instanceof Error ? value : new BugError('BUG', `thrown value is no error: ${String(value)}`);
}
