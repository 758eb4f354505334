/** Errors across the process border: class, code and retryable survive, the stack stays behind as text. */
import { errorCodes } from '../core/error-codes.ts';
import { BugError, ConfigError, EngineError, RequestError, isVoiceError, toError } from '../core/errors.ts';
import type { ErrorCode, VoiceError } from '../core/errors.ts';

export type WireError = {
  readonly className: string;
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  /** For the log of the other side. */
  readonly stack: string;
};

/** Anything thrown, as plain data. What is no error of ours becomes `ENGINE_FAILED`: it came out of a backend. */
export function packError(thrown: unknown): WireError {
  const error = toError(thrown);
  const voiceError = isVoiceError(error) ? error : undefined;
  return {
    className: error.name,
    code: voiceError?.code ?? 'ENGINE_FAILED',
    message: error.message,
    retryable: voiceError?.retryable ?? false,
    stack: error.stack ?? '',
  };
}

const classes = { BugError, ConfigError, EngineError, RequestError };

/** The error as this side throws it. */
export function unpackError(wire: WireError): VoiceError {
  const ErrorClass = Object.entries(classes).find(([name]) => name === wire.className)?.[1] ?? EngineError;
  return new ErrorClass(isErrorCode(wire.code) ? wire.code : 'ENGINE_FAILED', wire.message, {
    retryable: wire.retryable,
    details: { hostStack: wire.stack },
  });
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCodes, code);
}
