/** Turns what the websocket library throws (numbers and plain objects) into errors of this program. */
import * as z from 'zod';
import { HomeError } from '../../core/errors.ts';

const serverError = z.looseObject({
  code: z.union([z.string(), z.number()]),
  message: z.string().optional(),
});

/** Home Assistant's own error code of a refused request, e.g. `not_found`, `unauthorized`. */
export function haCodeOf(error: unknown): string | undefined {
  if (!(error instanceof HomeError)) return undefined;
  const code = error.details['haCode'];
  return typeof code === 'string' ? code : undefined;
}

/** A HomeError for any failure of a command; an abort stays the signal's own reason. */
export function toHomeError(cause: unknown, command: string, signal: AbortSignal): unknown {
  if (signal.aborted && cause === signal.reason) return cause;
  const parsed = serverError.safeParse(cause);
  if (parsed.success && typeof parsed.data.code === 'string') {
    return new HomeError('HOME_REFUSED', `Home Assistant refused ${command}`, {
      details: { haCode: parsed.data.code, pii: { message: parsed.data.message } },
    });
  }
  return new HomeError('HOME_UNREACHABLE', `no connection to Home Assistant for ${command}`, {
    details: { library: parsed.success ? parsed.data.code : cause },
    retryable: true,
  });
}
