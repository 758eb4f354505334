/** The living home: one link, the newest model, and the states as they arrive. */
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { abortable, sleep } from '../core/abort.ts';
import { toError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import { haCodeOf } from './link/home-errors.ts';
import { openLink } from './link/link.ts';
import type { HomeLink, LinkOptions } from './link/link.ts';
import { statesEvent } from './model/compressed-states.ts';
import { stateOf } from './model/home-model.ts';
import type { EntityState, HomeModel } from './model/home-model.ts';
import type { HomeStatus } from './model/home-status.ts';
import { ModelKeeper } from './model/model-keeper.ts';
import { readRegistries } from './model/read-registries.ts';

export type Home = AsyncDisposable & {
  /** The newest version; an empty home until the first one was read. */
  model(): HomeModel;
  status(): HomeStatus;
  /** Settles when the first model is there. Rejects with HomeError when the token is refused. */
  ready(options: { readonly signal: AbortSignal }): Promise<void>;
  /** Calls the listener with every new version; returns how to stop that. */
  watch(listener: (model: HomeModel) => void): () => void;
  /** Settles with the first state of the entity, now or later, that the predicate accepts. */
  until(
    entityId: string,
    accepts: (state: EntityState) => boolean,
    options: { readonly signal: AbortSignal },
  ): Promise<EntityState>;
  /** The link, once there was a connection. Actions go over it in `home/call` only. */
  link(): HomeLink | undefined;
};

export type HomeOptions = LinkOptions & {
  /** How often exposure is read again: Home Assistant has no event for every change of it. */
  readonly pollMs: number;
  readonly log: Logger;
};

const registryEvents = ['entity', 'device', 'area', 'floor', 'label'].map(
  (name) => `${name}_registry_updated`,
);

/** Registry changes come in bursts (a new device brings ten entities); one reading answers them all. */
const settleMs = 100;

/** Pause after a failed reading of the registries; a core that is still starting refuses some commands. */
const retryMs = 1_000;

/** Starts connecting at once and goes on while the home is away. Close it with `await using`. */
export function openHome(options: HomeOptions): Home {
  const keeper = new ModelKeeper();
  const stop = new AbortController();
  const { log } = options;
  let status: HomeStatus = 'connecting';
  let link: HomeLink | undefined;
  let session = new AbortController();
  let markReady: (() => void) | undefined;
  const firstModel = new Promise<void>((resolve) => (markReady = resolve));

  /** Lives as long as one connection: subscribes, reads the registries, reads them again when they changed. */
  const serve = async (connection: HomeLink, signal: AbortSignal): Promise<void> => {
    const changes = new ChangeFlag();
    keeper.forgetStates();
    for (const event_type of registryEvents) {
      await connection.subscribe(
        { type: 'subscribe_events', event_type },
        z.unknown(),
        () => changes.raise(),
        { signal },
      );
    }
    const states = new ChangeFlag();
    const onStates = (event: z.output<typeof statesEvent>) => {
      keeper.applyStates(event);
      states.raise();
    };
    await connection.subscribe({ type: 'subscribe_entities' }, statesEvent, onStates, { signal });
    await states.wait(signal);
    for (;;) {
      changes.lower();
      keeper.useRegistries(await readRegistries(connection, { signal }));
      status = 'connected';
      markReady?.();
      await Promise.race([changes.wait(signal), delay(options.pollMs, undefined, { signal, ref: false })]);
      await sleep(settleMs, signal);
    }
  };

  const keepServing = async (connection: HomeLink, signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      try {
        await serve(connection, signal);
      } catch (cause) {
        if (signal.aborted) return;
        log.warn('home could not be read', { error: toError(cause).message, haCode: haCodeOf(cause) });
        await sleep(retryMs, signal).catch(() => undefined);
      }
    }
  };

  const run = async (): Promise<void> => {
    const connection = await openLink(options, { signal: stop.signal }).catch((cause: unknown) => {
      status = stop.signal.aborted ? status : 'refused';
      throw cause;
    });
    link = connection;
    let serving = Promise.resolve();
    const unwatch = connection.watch((event) => {
      session.abort();
      status = event === 'refused' ? 'refused' : 'disconnected';
      if (event !== 'connected') return;
      session = new AbortController();
      const { signal } = session;
      serving = serving.then(() => keepServing(connection, signal));
    });
    serving = keepServing(connection, session.signal);
    await abortable(new Promise<never>(() => undefined), stop.signal).catch(() => undefined);
    unwatch();
    session.abort();
    connection.close();
    await serving;
  };

  const running = run();
  running.catch((cause: unknown) => {
    if (!stop.signal.aborted) log.error('home refused the connection', { error: toError(cause).message });
  });

  return {
    model: () => keeper.model,
    status: () => status,
    link: () => link,
    watch: (listener) => keeper.watch(listener),
    ready: ({ signal }) => abortable(Promise.race([firstModel, running]), signal),
    until: (entityId, accepts, { signal }) => until(keeper, entityId, accepts, signal),
    async [Symbol.asyncDispose]() {
      stop.abort();
      await running.catch(() => undefined);
    },
  };
}

async function until(
  keeper: ModelKeeper,
  entityId: string,
  accepts: (state: EntityState) => boolean,
  signal: AbortSignal,
): Promise<EntityState> {
  const done = new AbortController();
  const seen = new Promise<EntityState>((resolve) => {
    const look = (model: HomeModel) => {
      const state = stateOf(model, entityId);
      if (state && accepts(state)) resolve(state);
    };
    done.signal.addEventListener('abort', keeper.watch(look), { once: true });
    look(keeper.model);
  });
  try {
    return await abortable(seen, signal);
  } finally {
    done.abort();
  }
}

/** Something happened, once or many times, since it was last lowered. */
class ChangeFlag {
  #raised = false;
  #wake: (() => void) | undefined;

  raise(): void {
    this.#raised = true;
    this.#wake?.();
  }

  lower(): void {
    this.#raised = false;
  }

  async wait(signal: AbortSignal): Promise<void> {
    if (this.#raised) return;
    await abortable(new Promise<void>((resolve) => (this.#wake = resolve)), signal);
  }
}
