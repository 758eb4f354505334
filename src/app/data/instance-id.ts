/** Names this installation for as long as its data directory exists. */
import { randomUUID } from 'node:crypto';
import { readOrMakeDataFile } from './data-files.ts';

/** In the data directory. */
export const instanceIdFile = 'instance-id';

/** @throws StoreError, ConfigError when the data directory can not be used. */
export async function openInstanceId(dataDir: string): Promise<string> {
  return (await readOrMakeDataFile(dataDir, instanceIdFile, randomUUID)).content;
}
