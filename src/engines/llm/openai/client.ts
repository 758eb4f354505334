/** OpenAI's official client, loaded when it is first used. */
import type OpenAI from 'openai';
import type { Secret } from '../../../core/secret.ts';
import type { Subject } from '../subject.ts';

/** All that the client would read from the environment is given; which provider is asked next is not its business. */
export async function connectOpenai(key: Secret, subject: Subject): Promise<OpenAI> {
  const { default: Client } = await import('openai');
  return new Client({
    // The client wants one, servers at home take any.
    apiKey: key.reveal() || 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL: subject.url,
    maxRetries: 0,
    logLevel: 'off',
  });
}
