/** `GET /health`: whether each service works, open to everyone and therefore without any name of the home. */
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

const languageModelHealth = z.object({
  name: z.string().meta({ description: 'Kind and model: `ollama/qwen3:8b`.' }),
  state: z.enum(['ready', 'failed']),
  reason: z.enum(Object.keys(errorCodes)).optional(),
});

export const healthReport = z
  .object({
    protocol: z.literal(protocol),
    status: z.enum(['ok', 'starting', 'degraded']),
    services: z.record(z.string(), serviceHealth),
    language_models: z
      .array(languageModelHealth)
      .optional()
      .meta({ description: 'In the order in which they are asked; absent when none is configured.' }),
  })
  .meta({ id: 'Health' });

export type ServiceHealth = {
  readonly state: 'ready' | 'loading' | 'failed';
  readonly reason?: ErrorCode;
};

export type LanguageModelHealth = {
  readonly name: string;
  readonly state: 'ready' | 'failed';
  readonly reason?: ErrorCode;
};

/** Each configured language model, in the order in which they are asked. */
export type ReadLanguageModels = () => readonly LanguageModelHealth[];

/** Each enabled service by its name. */
export type ReadHealth = () => Readonly<Record<string, ServiceHealth>>;

/** 200 when everything that was asked for works, else 503. */
export function answerHealth(readHealth: ReadHealth, readLanguageModels?: ReadLanguageModels): Response {
  const services = readHealth();
  const states = new Set(Object.values(services).map(({ state }) => state));
  const status = states.has('failed') ? 'degraded' : states.has('loading') ? 'starting' : 'ok';
  const languageModels = readLanguageModels?.();
  const report = { protocol, status, services, ...(languageModels && { language_models: languageModels }) };
  return Response.json(report, { status: status === 'ok' ? 200 : 503 });
}
