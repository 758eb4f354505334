/** What is done with one connection to the home: subscribe, read, and read again whenever something changed. */
import * as z from 'zod';
import { sleep, startDeadline } from '../core/abort.ts';
import { ChangeFlag } from '../core/change-flag.ts';
import { toError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import { haCodeOf } from './link/home-errors.ts';
import type { HomeLink } from './link/link.ts';
import { statesEvent } from './model/compressed-states.ts';
import type { ModelKeeper } from './model/model-keeper.ts';
import { readExposure, readRegistries } from './model/read-registries.ts';
import type { ExposureReading } from './model/read-registries.ts';

export type ConnectionOptions = {
  readonly keeper: ModelKeeper;
  /** How often exposure is read again. */
  readonly pollMs: number;
  /** Called whenever the model is as the home is. */
  readonly onRead: () => void;
  readonly log: Logger;
  readonly signal: AbortSignal;
};

/** Events without which names, places or exposure would grow old; every user may subscribe to them. */
const changeEvents = [
  ...['entity', 'device', 'area', 'floor', 'label'].map((name) => `${name}_registry_updated`),
  'core_config_updated',
];

/**
 * Registry changes come in bursts (a new device brings ten entities, a starting core thousands of changes): one
 * reading answers them all, and reading a large home takes no more than a third of the time.
 */
const settleMs = { least: 100, most: 1_000, timesReading: 2 } as const;

/** Pause after a failed reading of the registries; a core that is still starting refuses some commands. */
const retryMs = 1_000;

/** Serves the connection until the signal aborts; a home that can not be read yet is asked again. */
export async function serveConnection(link: HomeLink, options: ConnectionOptions): Promise<void> {
  const { log, signal } = options;
  while (!signal.aborted) {
    try {
      await followHome(link, options);
    } catch (cause) {
      if (signal.aborted) return;
      log.warn('home could not be read', { reason: toError(cause).message, haCode: haCodeOf(cause) });
      await sleep(retryMs, signal).catch(() => undefined);
    }
  }
}

async function followHome(link: HomeLink, options: ConnectionOptions): Promise<never> {
  const { keeper, pollMs, onRead, signal } = options;
  const attempt = new AbortController();
  const subscribed = { signal: AbortSignal.any([signal, attempt.signal]) };
  try {
    const changes = new ChangeFlag();
    const states = new ChangeFlag();
    for (const event_type of changeEvents) {
      const command = { type: 'subscribe_events', event_type };
      await link.subscribe(command, z.unknown(), () => changes.raise(), subscribed);
    }
    keeper.forgetStates();
    const onStates = (event: z.output<typeof statesEvent>) => {
      keeper.applyStates(event);
      states.raise();
    };
    await link.subscribe({ type: 'subscribe_entities' }, statesEvent, onStates, subscribed);
    await states.wait(signal);
    for (;;) {
      changes.lower();
      const startMs = performance.now();
      const registries = await readRegistries(link, { signal });
      keeper.useRegistries(registries);
      onRead();
      const readingMs = performance.now() - startMs;
      await untilOutdated(link, registries, changes, { pollMs, signal });
      await sleep(pauseAfter(readingMs), signal);
    }
  } finally {
    // A second attempt on the same connection subscribes anew: the first one's events must not count twice.
    attempt.abort();
  }
}

/** Settles at the next change, told by an event or found by polling: exposure can change without an event. */
async function untilOutdated(
  link: HomeLink,
  known: ExposureKnown,
  changes: ChangeFlag,
  { pollMs, signal }: { readonly pollMs: number; readonly signal: AbortSignal },
): Promise<void> {
  for (;;) {
    using pause = startDeadline(pollMs, signal);
    const isTold = await changes.wait(pause.signal).then(
      () => true,
      () => false,
    );
    signal.throwIfAborted();
    if (isTold || !isSame(known, await readExposure(link, { signal }))) return;
  }
}

type ExposureKnown = Pick<ExposureReading, 'exposed'> & { readonly isExposureComplete: boolean };

function isSame(known: ExposureKnown, now: ExposureReading): boolean {
  return (
    known.isExposureComplete === now.isComplete &&
    known.exposed.size === now.exposed.size &&
    [...now.exposed].every((id) => known.exposed.has(id))
  );
}

function pauseAfter(readingMs: number): number {
  return Math.min(settleMs.most, Math.max(settleMs.least, readingMs * settleMs.timesReading));
}
