/** The models that a bench runs by itself, outside of the program. */
import { join } from 'node:path';
import { EngineError } from '../core/errors.ts';
import type { InstalledModel } from '../core/installed-model.ts';
import { loadCatalog } from '../model-store/catalog.ts';
import { modelDirectories, packageDirectory } from '../model-store/model-directories.ts';
import { resolveModels } from '../model-store/resolve-models.ts';
import type { BenchOptions } from './report.ts';

/** The first installed model of an engine. @throws EngineError `MODEL_NOT_INSTALLED` naming the engine. */
export type FindModel = (engine: string) => InstalledModel;

export async function openModels({
  modelDirs,
  signal,
}: Pick<BenchOptions, 'modelDirs' | 'signal'>): Promise<FindModel> {
  const dirs = modelDirectories({ configured: modelDirs, cacheDir: join(packageDirectory, 'models') });
  const { models } = await resolveModels({ dirs, catalog: await loadCatalog(), signal });
  return (engine) => {
    const model = models.find((one) => one.engine === engine);
    if (model) return model;
    throw new EngineError('MODEL_NOT_INSTALLED', `no model for ${engine} was found`);
  };
}
