/** Fetching several models, told as a stream of events: a service starts as soon as its own model is there. */
import { systemClock, type Clock } from '../../core/clock.ts';
import { toError } from '../../core/errors.ts';
import { didYouMean } from '../../core/nearest.ts';
import { Queue } from '../../core/queue.ts';
import { downloadBytes, type Catalog, type CatalogEntry } from '../catalog.ts';
import type { DownloadFailure } from './download-failure.ts';
import { installModel, type InstallPorts } from './install-model.ts';

export type PullEvent =
  /** Before the first byte: what the person accepts by going on. */
  | {
      readonly kind: 'starting';
      readonly id: string;
      readonly licence: string;
      readonly licenceNote: string | undefined;
      readonly commercialUse: CatalogEntry['commercialUse'];
      readonly totalBytes: number | undefined;
    }
  /** Another process fetches the same model. */
  | { readonly kind: 'waiting'; readonly id: string }
  | {
      readonly kind: 'downloading';
      readonly id: string;
      readonly receivedBytes: number;
      readonly totalBytes: number | undefined;
    }
  | { readonly kind: 'unpacking'; readonly id: string }
  /** It can be resolved now. `wasThere`: nothing had to be fetched. */
  | { readonly kind: 'installed'; readonly id: string; readonly wasThere: boolean }
  | {
      readonly kind: 'failed';
      readonly id: string;
      readonly cause: DownloadFailure['cause'] | 'unknown-id';
      readonly reason: string;
      /** The command, or the correction, that helps. */
      readonly fix: string;
    };

export type PullModelsOptions = {
  readonly ids: readonly string[];
  readonly catalog: Catalog;
  /** Directory the models are put in, one directory each. */
  readonly dir: string;
  readonly mirror?: string;
  readonly signal: AbortSignal;
  readonly clock?: Clock;
  readonly ports?: InstallPorts;
};

/** Progress of one file is told at most this often, in ms: often enough for a bar, rare enough for a log. */
const progressEveryMs = 200;

/** A consumer that is this many events behind slows the download down instead of filling memory. */
const eventLimit = 64;

/** Fetches the models one after the other. Breaking out of the loop, or the signal, stops the download. */
export async function* pullModels(options: PullModelsOptions): AsyncGenerator<PullEvent, void> {
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const events = new Queue<PullEvent>({ limit: eventLimit, policy: 'block' });
  const emit = (event: PullEvent): Promise<void> => events.push(event, signal);
  const pulled = pullAll(options, signal, emit).then(
    () => events.close(),
    (error: unknown) => events.close(toError(error)),
  );
  try {
    yield* events;
  } finally {
    stop.abort();
    await pulled;
  }
}

async function pullAll(
  options: PullModelsOptions,
  signal: AbortSignal,
  emit: (event: PullEvent) => Promise<void>,
): Promise<void> {
  let offline: DownloadFailure | undefined;
  for (const id of options.ids) {
    const entry = options.catalog.models.find((candidate) => candidate.id === id);
    if (!entry) {
      const known = options.catalog.models.map((candidate) => candidate.id);
      const reason = `the catalogue has no "${id}"${didYouMean(id, known)}`;
      await emit({ kind: 'failed', id, cause: 'unknown-id', reason, fix: 'hearken models list' });
      continue;
    }
    // Without a network every further model would only wait out the same retries.
    if (offline) {
      await emit({
        kind: 'failed',
        id,
        cause: 'network',
        reason: offline.reason,
        fix: fixOf('network', options, id),
      });
      continue;
    }
    const result = await pullOne(options, entry, signal, emit);
    if (result.kind === 'installed') await emit({ kind: 'installed', id, wasThere: result.wasThere });
    else {
      const { cause, reason } = result;
      await emit({ kind: 'failed', id, cause, reason, fix: fixOf(cause, options, id) });
    }
    if (result.kind === 'download-failed' && result.cause === 'network') offline = result;
  }
}

/** Fetching again helps when the way broke; what is wrong at one of its ends has to be mended there first. */
function fixOf(cause: DownloadFailure['cause'], { dir, mirror }: PullModelsOptions, id: string): string {
  const again = `hearken models pull ${id}`;
  switch (cause) {
    case 'network':
      return again;
    case 'disk':
      return `make room in ${dir}, or name another directory with --model-cache, then ${again}`;
    case 'not-found':
    case 'damaged':
      return mirror === undefined
        ? `update Hearken, or name a copy of the files with --model-mirror, then ${again}`
        : `correct what lies on the mirror ${mirror}, or leave the mirror out, then ${again}`;
  }
}

async function pullOne(
  { dir, mirror, clock = systemClock, ports }: PullModelsOptions,
  entry: CatalogEntry,
  signal: AbortSignal,
  emit: (event: PullEvent) => Promise<void>,
) {
  const { id, licence, licenceNote, commercialUse } = entry;
  await emit({ kind: 'starting', id, licence, licenceNote, commercialUse, totalBytes: downloadBytes(entry) });
  let toldAtMs = Number.NEGATIVE_INFINITY;
  return installModel({
    entry,
    dir,
    signal,
    ...(mirror === undefined ? {} : { mirror }),
    ...(ports ? { ports } : {}),
    onProgress: async (progress) => {
      if (progress.kind !== 'downloading') return emit({ ...progress, id });
      const isLast = progress.receivedBytes === progress.totalBytes;
      if (!isLast && clock.monotonicMs() - toldAtMs < progressEveryMs) return;
      toldAtMs = clock.monotonicMs();
      await emit({ ...progress, id });
    },
  });
}
