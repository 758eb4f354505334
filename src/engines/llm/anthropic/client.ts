/** Anthropic's official client, loaded when it is first used. */
import type Anthropic from '@anthropic-ai/sdk';
import type { Secret } from '../../../core/secret.ts';
import type { Subject } from '../subject.ts';

/** All that the client would read from the environment is given; which provider is asked next is not its business. */
export async function connectAnthropic(key: Secret, subject: Subject): Promise<Anthropic> {
  const { default: Client } = await import('@anthropic-ai/sdk');
  return new Client({
    // The client wants one, gateways at home take any.
    apiKey: key.reveal() || 'none',
    webhookKey: null,
    baseURL: subject.url,
    maxRetries: 0,
    logLevel: 'off',
    openTelemetry: false,
  });
}
