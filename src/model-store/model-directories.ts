/** Which directories are searched for models, first match wins. */
import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A directory that may hold models. */
export type ModelDirectory = {
  readonly path: string;
  /** Index that describes the directory when it has none of its own. */
  readonly indexPath?: string;
};

export type ModelDirectoryOptions = {
  /** `--models` / `HEARKEN_MODELS`, in order. */
  readonly configured: readonly string[];
  /** Directory downloads go to. */
  readonly cacheDir: string;
  /** Root of this package; absent: where this file lies. */
  readonly packageDir?: string;
};

/** The directory `package.json` lies in, from `src/` and from `dist/` alike. */
export const packageDirectory = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Configured directories, `models/` in the checkout, `shared/models` beside the checkout, then the user's cache.
 * The shared directory has no index of its own: the checkout's test support describes it.
 */
export function modelDirectories(options: ModelDirectoryOptions): readonly ModelDirectory[] {
  const packageDir = options.packageDir ?? packageDirectory;
  const shared = resolve(packageDir, '../shared/models');
  const sharedIndex = join(packageDir, 'test/support/shared-models.json');
  const hasShared = existsSync(shared) && existsSync(sharedIndex);
  const isShared = (path: string): boolean =>
    hasShared && existsSync(path) && realpathSync(path) === realpathSync(shared);

  const paths = [
    ...options.configured.map((path) => resolve(path)),
    join(packageDir, 'models'),
    ...(hasShared ? [shared] : []),
    resolve(options.cacheDir),
  ];
  return [...new Set(paths)].map((path) => (isShared(path) ? { path, indexPath: sharedIndex } : { path }));
}
