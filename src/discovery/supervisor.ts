/** Tells the Supervisor of Home Assistant what this app offers, so that Home Assistant finds it. */
import { z } from 'zod';
import { sleep, startDeadline } from '../core/abort.ts';
import { ConfigError, HomeError, toError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import type { Secret } from '../core/secret.ts';

export type DiscoveryMessage = {
  /** Home Assistant starts the flow of the integration with this domain. */
  readonly service: 'wyoming' | 'hearken';
  readonly config: Readonly<Record<string, string | number>>;
};

export type SupervisorOptions = {
  /** Without a slash at its end. */
  readonly supervisorUrl: string;
  readonly token: Secret;
  readonly log: Logger;
  readonly signal: AbortSignal;
};

/** The Supervisor answers at once; it only writes a file and wakes Home Assistant. */
const answerTimeoutMs = 10_000;
/** It may be restarting, for example to update itself. */
const firstRetryMs = 1_000;
const longestRetryMs = 60_000;

const answer = z.looseObject({ result: z.string(), message: z.string().nullish() });

/**
 * Posts each message until the Supervisor takes it. The same service again replaces the earlier message, so that
 * every start may post; a Home Assistant that is away reads the messages when it starts.
 */
export async function announceToSupervisor(
  messages: readonly DiscoveryMessage[],
  options: SupervisorOptions,
): Promise<void> {
  for (const message of messages) {
    try {
      await postUntilTaken(message, options);
      options.log.info('told the Supervisor', { service: message.service });
    } catch (error) {
      options.signal.throwIfAborted();
      options.log.error('the Supervisor refused a discovery message', {
        service: message.service,
        reason: toError(error).message,
      });
    }
  }
}

/** @throws ConfigError for a refusal, which no further try would change. */
async function postUntilTaken(message: DiscoveryMessage, options: SupervisorOptions): Promise<void> {
  for (let waitMs = firstRetryMs; ; waitMs = Math.min(waitMs * 2, longestRetryMs)) {
    try {
      await post(message, options);
      return;
    } catch (error) {
      options.signal.throwIfAborted();
      if (error instanceof ConfigError) throw error;
      options.log.warn('the Supervisor does not take a discovery message yet', {
        service: message.service,
        reason: toError(error).message,
      });
    }
    await sleep(waitMs, options.signal);
  }
}

/** @throws ConfigError when it was refused, HomeError when there was no answer that decides. */
async function post(
  { service, config }: DiscoveryMessage,
  { supervisorUrl, token, signal }: SupervisorOptions,
): Promise<void> {
  using deadline = startDeadline(answerTimeoutMs, signal);
  const response = await fetch(`${supervisorUrl}/discovery`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token.reveal()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ service, config }),
    signal: deadline.signal,
  });
  const { data } = answer.safeParse(await response.json().catch(() => undefined));
  if (response.ok && data?.result === 'ok') return;
  const reason = `${response.status} ${data?.message ?? ''}`.trim();
  if (response.status >= 400 && response.status < 500) {
    throw new ConfigError('CONFIG_INVALID', `the Supervisor refused "${service}": ${reason}`);
  }
  throw new HomeError('HOME_UNREACHABLE', `the Supervisor answered ${reason}`, { retryable: true });
}
