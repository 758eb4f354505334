/** `GET /health`: whether each service works, open to everyone and therefore without any name. */
import { z } from 'zod';
import { errorCodes } from '../core/error-codes.ts';
import type { ErrorCode } from '../core/errors.ts';
import { protocol } from './protocol.ts';

const serviceHealth = z.object({
  state: z.enum(['ready', 'loading', 'failed']),
  reason: z
    .enum(Object.keys(errorCodes))
    .optional()
    .meta({ description: 'Error code; what helps is in the log and in "hearken doctor".' }),
});

export const healthReport = z
  .object({
    protocol: z.literal(protocol),
    status: z.enum(['ok', 'starting', 'degraded']),
    services: z.record(z.string(), serviceHealth),
  })
  .meta({ id: 'Health' });

export type ServiceHealth = {
  readonly state: 'ready' | 'loading' | 'failed';
  readonly reason?: ErrorCode;
};

/** Each enabled service by its name. */
export type ReadHealth = () => Readonly<Record<string, ServiceHealth>>;

/** 200 when everything that was asked for works, else 503. */
export function answerHealth(readHealth: ReadHealth): Response {
  const services = readHealth();
  const states = new Set(Object.values(services).map(({ state }) => state));
  const status = states.has('failed') ? 'degraded' : states.has('loading') ? 'starting' : 'ok';
  return Response.json({ protocol, status, services }, { status: status === 'ok' ? 200 : 503 });
}
