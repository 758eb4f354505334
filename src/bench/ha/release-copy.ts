/** This program as another version of itself: a copy that differs in its number. */
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packageDirectory } from '../../model-store/model-directories.ts';

export type ReleaseCopy = AsyncDisposable & {
  /** Root of the package, for `ProgramOptions.packageDir`. */
  readonly dir: string;
  /** What it says it is from its next start on. */
  become(version: string): Promise<void>;
};

/** Read by the program and the same in every version; the rest is copied, because Node follows links to their end. */
const linked = ['node_modules', 'models', 'src', 'test', 'wyoming'];

export async function copyRelease(): Promise<ReleaseCopy> {
  const place = await mkdtemp(join(tmpdir(), 'hearken-release-'));
  const dir = join(place, 'hearken');
  await cp(join(packageDirectory, 'dist'), join(dir, 'dist'), { recursive: true });
  for (const name of linked) await symlink(join(packageDirectory, name), join(dir, name));
  // Models that lie beside the checkout lie beside the copy.
  const shared = join(dirname(packageDirectory.replace(/\/$/, '')), 'shared');
  if (existsSync(shared)) await symlink(shared, join(place, 'shared'));
  const description = await readFile(join(packageDirectory, 'package.json'), 'utf8');
  return {
    dir,
    become: async (version) =>
      await writeFile(
        join(dir, 'package.json'),
        description.replace(/"version":\s*"[^"]+"/, `"version": "${version}"`),
      ),
    [Symbol.asyncDispose]: async () => await rm(place, { recursive: true, force: true }),
  };
}
