/** Short-lived files, for what a library reads from the disk alone. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, toError } from './errors.ts';

export type TemporaryDirectory = AsyncDisposable & { readonly path: string };

/** A new directory below the system's temporary one. @throws ConfigError `TEMPORARY_FILES_REFUSED`. */
export async function openTemporaryDirectory(prefix: string): Promise<TemporaryDirectory> {
  try {
    return await makeBelow(tmpdir(), prefix);
  } catch (cause) {
    throw new ConfigError(
      'TEMPORARY_FILES_REFUSED',
      `no short-lived file can be made in ${tmpdir()} (TMPDIR): ${toError(cause).message}`,
      { cause },
    );
  }
}

/** The system's temporary directory, or the fallback where nothing can be made there; the former where neither can be used. */
export async function usableTemporaryDirectory(fallback: string): Promise<string> {
  for (const parent of [tmpdir(), fallback]) {
    try {
      await using _tried = await makeBelow(parent, 'hearken-');
      return parent;
    } catch {
      // Read-only, of somebody else, or not there: as in a container with a file system of its own.
    }
  }
  return tmpdir();
}

async function makeBelow(parent: string, prefix: string): Promise<TemporaryDirectory> {
  await mkdir(parent, { recursive: true });
  const path = await mkdtemp(join(parent, prefix));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
