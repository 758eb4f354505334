/** The models of a running program: what lies here, and what still comes. */
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../config/schema.ts';
import { type EngineKind, engineKinds } from '../../engine-host/spec.ts';
import type { Catalog } from '../../model-store/catalog.ts';
import { loadCatalog } from '../../model-store/catalog.ts';
import type { ModelJob } from '../../model-store/engine-names.ts';
import { modelDirectories, type ModelDirectory } from '../../model-store/model-directories.ts';
import { type DefaultsEvent, pullDefaults } from '../../model-store/download/pull-defaults.ts';
import { type ModelInventory, resolveModels } from '../../model-store/resolve-models.ts';
import { localEngines } from './engine-plan.ts';

export type ModelLibrary = {
  readonly catalog: Catalog;
  readonly dirs: readonly ModelDirectory[];
  /** Where downloads go. */
  readonly downloadDir: string;
  /** Looks again at what lies on this machine. */
  inventory(options: { readonly signal: AbortSignal }): Promise<ModelInventory>;
};

export async function openModelLibrary(
  config: Pick<Config, 'models' | 'directories'>,
): Promise<ModelLibrary> {
  const catalog = await loadCatalog();
  const downloadDir = join(config.directories.cache, 'models');
  const dirs = modelDirectories({ configured: config.models.dirs, cacheDir: downloadDir });
  return { catalog, dirs, downloadDir, inventory: ({ signal }) => resolveModels({ dirs, catalog, signal }) };
}

const jobsOf: Readonly<Record<EngineKind, readonly ModelJob[]>> = {
  wake: ['wake'],
  stt: ['stt', 'vad'],
  tts: ['tts'],
};

/** The engine that needs a model for this job. */
export const kindFor = (job: ModelJob): EngineKind | undefined =>
  engineKinds.find((kind) => jobsOf[kind].includes(job));

/** What the engines of this machine need models for. */
export const jobsHere = (config: Config): readonly ModelJob[] =>
  [...localEngines(config)].flatMap((kind) => jobsOf[kind]);

/** Fetches what the engines of this machine lack, as a first start does. */
export function pullMissing(
  config: Config,
  library: ModelLibrary,
  inventory: ModelInventory,
  { signal }: { readonly signal: AbortSignal },
): AsyncIterable<DefaultsEvent> {
  return pullDefaults({
    inventory,
    jobs: jobsHere(config),
    catalog: library.catalog,
    dir: library.downloadDir,
    language: config.language,
    machine: { memoryBytes: totalmem(), cpuCount: availableParallelism() },
    download: config.models.download,
    ...(config.models.mirror !== '' && { mirror: config.models.mirror }),
    signal,
  });
}
