/** The one place where an error becomes an HTTP answer: a status, a code and a safe sentence. */
import { z } from 'zod';
import { errorCodes } from '../core/error-codes.ts';
import type { ErrorCode } from '../core/errors.ts';
import { type PublicError, publicError } from '../core/public-error.ts';

export const errorBody = z
  .object({
    error: z.object({
      code: z.enum(Object.keys(errorCodes)).meta({ description: 'Stable; programs decide by it.' }),
      message: z.string().meta({ description: 'A sentence for a person; may change.' }),
    }),
  })
  .meta({ id: 'Error' });

export type ErrorBody = { readonly error: PublicError };

const statuses: Readonly<Partial<Record<ErrorCode, number>>> = {
  ACCESS_LIMITED: 429,
  ACCESS_REFUSED: 401,
  ENGINE_OVERLOADED: 503,
  HOST_REFUSED: 403,
  REQUEST_INVALID: 400,
  REQUEST_LANGUAGE_UNKNOWN: 400,
  REQUEST_NOT_FOUND: 404,
  REQUEST_TOO_LARGE: 413,
  SHUTTING_DOWN: 503,
  STORE_FAILED: 503,
};

/** What HTTP asks to send along with some statuses. */
const headersOf: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  401: { 'www-authenticate': 'Bearer' },
  429: { 'retry-after': '60' },
  503: { 'retry-after': '1' },
};

export function toErrorBody(error: unknown): ErrorBody {
  return { error: publicError(error) };
}

export function toErrorResponse(error: unknown): Response {
  const body = toErrorBody(error);
  const status = statuses[body.error.code] ?? 500;
  return Response.json(body, { status, headers: headersOf[status] ?? {} });
}
