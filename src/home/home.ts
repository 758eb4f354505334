/** The living home: one link, the newest model, and the states as they arrive. */
import { abortable } from '../core/abort.ts';
import { toError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import { openLink } from './link/link.ts';
import type { HomeLink, LinkOptions } from './link/link.ts';
import type { EntityState, HomeModel } from './model/home-model.ts';
import type { HomeStatus } from './model/home-status.ts';
import { ModelKeeper } from './model/model-keeper.ts';
import type { Postpone } from './model/model-keeper.ts';
import { serveConnection } from './serve-connection.ts';
import { waitForState } from './wait-for-state.ts';

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

/** A core that starts tells its entities one by one; each rebuild of a large home takes tens of milliseconds. */
const rebuildPauseMs = 250;

/** Starts connecting at once and goes on while the home is away. Close it with `await using`. */
export function openHome(options: HomeOptions): Home {
  const { pollMs, log } = options;
  const stop = new AbortController();
  const keeper = new ModelKeeper(postponeBy(rebuildPauseMs, stop.signal));
  let status: HomeStatus = 'connecting';
  let link: HomeLink | undefined;
  let session = new AbortController();
  let markReady: (() => void) | undefined;
  const firstModel = new Promise<void>((resolve) => (markReady = resolve));

  const serve = async (connection: HomeLink, signal: AbortSignal): Promise<void> => {
    const onRead = () => {
      status = 'connected';
      markReady?.();
    };
    await serveConnection(connection, { keeper, pollMs, onRead, log, signal });
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
      serving = serving.then(() => serve(connection, signal));
    });
    serving = serve(connection, session.signal);
    await abortable(new Promise<never>(() => undefined), stop.signal).catch(() => undefined);
    unwatch();
    session.abort();
    connection.close();
    await serving;
  };

  const running = run();
  running.catch((cause: unknown) => {
    if (!stop.signal.aborted) log.error('home refused the connection', { reason: toError(cause).message });
  });

  return {
    model: () => keeper.model,
    status: () => status,
    link: () => link,
    watch: (listener) => keeper.watch(listener),
    ready: ({ signal }) => abortable(Promise.race([firstModel, running]), signal),
    until: (entityId, accepts, { signal }) => waitForState(keeper, entityId, accepts, signal),
    async [Symbol.asyncDispose]() {
      stop.abort();
      await running.catch(() => undefined);
    },
  };
}

/** Runs the first work of each pause when the pause is over, until the signal aborts. */
function postponeBy(pauseMs: number, signal: AbortSignal): Postpone {
  let timer: NodeJS.Timeout | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return (work) => {
    if (signal.aborted) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      work();
    }, pauseMs);
  };
}
