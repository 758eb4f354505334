/** How much room a disk has left. */
import { statfs } from 'node:fs/promises';

/**
 * Bytes that this user can still write to the disk of a directory.
 * @throws a file system error when the directory is not there, or can not be read.
 */
export async function freeBytes(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize;
}
