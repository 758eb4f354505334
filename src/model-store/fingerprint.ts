/** A short name for the bytes of a model that is cheap enough for every start. */
import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What the resolver saw of one role's file or directory. */
export type RoleFile = { readonly role: string; readonly path: string; readonly stats: Stats };

/**
 * 16 hex digits from role names, sizes and modification times: hashing the bytes of every model would cost
 * seconds at start. Of a directory (phoneme data) the entries at its top count; they change when it is replaced.
 */
export async function fingerprint(files: readonly RoleFile[]): Promise<string> {
  const hash = createHash('sha256');
  const ordered = [...files].sort((a, b) => (a.role < b.role ? -1 : 1));
  for (const { role, path, stats } of ordered) {
    hash.update(`${role}\0${stats.isDirectory() ? 'd' : stats.size}\0${Math.trunc(stats.mtimeMs)}\n`);
    if (!stats.isDirectory()) continue;
    for (const name of (await readdir(path)).sort()) {
      const entry = await stat(join(path, name));
      hash.update(`${name}\0${entry.isDirectory() ? 'd' : entry.size}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}
