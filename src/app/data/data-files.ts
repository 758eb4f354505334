/** Small files that a first start makes in the data directory and every later one reads. */
import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError, StoreError, toError } from '../../core/errors.ts';
import { isErrno } from '../../core/errno.ts';

/** Only the user who runs the program may look into it: it holds the token and what was said. */
const directoryMode = 0o700;
const fileMode = 0o600;

/** @throws ConfigError `CONFIG_INVALID` naming the setting. */
export async function openDataDirectory(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: directoryMode });
    await chmod(dataDir, directoryMode).catch(unlessOfAnother);
  } catch (cause) {
    throw new ConfigError(
      'CONFIG_INVALID',
      `the data directory ${dataDir} can not be used (--data): ${toError(cause).message}`,
      { cause },
    );
  }
}

/** A volume that belongs to another user and is shared by a group serves as well: every file in it has a mode of its own. */
function unlessOfAnother(error: unknown): void {
  if (!isErrno(error, 'EPERM')) throw error;
}

/** Why nothing can be kept there, for a person; undefined where it can. */
export async function dataDirectoryProblem(dataDir: string): Promise<string | undefined> {
  try {
    await openDataDirectory(dataDir);
    await rm(await writeTemporary(dataDir, 'try', ''));
    return undefined;
  } catch (error) {
    return toError(error).message;
  }
}

/** @throws StoreError `STORE_FAILED` for a file that is there and can not be read. */
export async function readDataFile(dataDir: string, name: string): Promise<string | undefined> {
  try {
    return (await readFile(join(dataDir, name), 'utf8')).trim();
  } catch (cause) {
    if (isErrno(cause, 'ENOENT', 'ENOTDIR')) return undefined;
    throw new StoreError('STORE_FAILED', `${name}: ${toError(cause).message}`, { cause });
  }
}

/** Makes the file unless it is there; of several programs that start at once all get the same content. */
export async function readOrMakeDataFile(
  dataDir: string,
  name: string,
  make: () => string,
): Promise<{ readonly content: string; readonly isNew: boolean }> {
  const present = await readDataFile(dataDir, name);
  if (present) return { content: present, isNew: false };
  const content = make();
  const temporary = await writeTemporary(dataDir, name, content);
  try {
    await link(temporary, join(dataDir, name));
    return { content, isNew: true };
  } catch (error) {
    // A file system without links, as of a memory card, takes the file by its name alone.
    const others = isErrno(error, 'EEXIST') ? await readDataFile(dataDir, name) : undefined;
    if (others) return { content: others, isNew: false };
    await rename(temporary, join(dataDir, name));
    return { content, isNew: true };
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Replaces the file in one step. */
export async function writeDataFile(dataDir: string, name: string, content: string): Promise<void> {
  await rename(await writeTemporary(dataDir, name, content), join(dataDir, name));
}

/** Done as well when it is not there. */
export async function removeDataFile(dataDir: string, name: string): Promise<void> {
  await rm(join(dataDir, name), { force: true });
}

/** @throws StoreError `STORE_FAILED`, with nothing left behind. */
async function writeTemporary(dataDir: string, name: string, content: string): Promise<string> {
  const path = join(dataDir, `.${name}-${randomUUID()}`);
  try {
    await using file = await open(path, 'wx', fileMode);
    await file.writeFile(`${content}\n`);
    await file.sync();
    return path;
  } catch (cause) {
    await rm(path, { force: true }).catch(() => undefined);
    throw new StoreError(
      'STORE_FAILED',
      `${dataDir} can not be written (--data): ${toError(cause).message}`,
      {
        cause,
      },
    );
  }
}
