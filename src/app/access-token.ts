/** The token that every HTTP request must carry: 256 random bits in the data directory. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { openDataDirectory, readDataFile, readOrMakeDataFile, writeDataFile } from './data-files.ts';

/** In the data directory. */
export const tokenFile = 'token';
const newToken = (): string => randomBytes(32).toString('base64url');

/** The token, made at the first start. */
export async function openToken(
  dataDir: string,
): Promise<{ readonly token: string; readonly isNew: boolean }> {
  await openDataDirectory(dataDir);
  const { content, isNew } = await readOrMakeDataFile(dataDir, tokenFile, newToken);
  return { token: content, isNew };
}

/** Makes a new one; the old one is refused from the next request on, also by a running program. */
export async function replaceToken(dataDir: string): Promise<string> {
  await openDataDirectory(dataDir);
  const token = newToken();
  await writeDataFile(dataDir, tokenFile, token);
  return token;
}

/** Compares in constant time with the file as it is now, so that a new token needs no restart. */
export async function isToken(dataDir: string, candidate: string): Promise<boolean> {
  const token = await readDataFile(dataDir, tokenFile);
  return token !== undefined && token !== '' && timingSafeEqual(digest(token), digest(candidate));
}

/** Texts of any length become 32 bytes, which alone can be compared in constant time. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
