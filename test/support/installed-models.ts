/** Every model on this machine, found as the program finds them: for tests that need weights nobody ships. */
import { join } from 'node:path';
import { directoriesOf } from '../../src/config/directories.ts';
import type { InstalledModel } from '../../src/core/installed-model.ts';
import { loadCatalog } from '../../src/model-store/catalog.ts';
import { modelDirectories } from '../../src/model-store/model-directories.ts';
import { resolveModels } from '../../src/model-store/resolve-models.ts';

export async function installedModels(engine: string): Promise<readonly InstalledModel[]> {
  const configured = (process.env['HEARKEN_MODELS'] ?? '').split(':').filter((path) => path !== '');
  const { models } = await resolveModels({
    dirs: modelDirectories({ configured, cacheDir: join(directoriesOf('', process.env).cache, 'models') }),
    catalog: await loadCatalog(),
    signal: new AbortController().signal,
  });
  return models.filter((model) => model.engine === engine);
}
