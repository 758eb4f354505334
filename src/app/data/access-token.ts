/** The token that every HTTP request must carry: 256 random bits in the data directory. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
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

/**
 * Compares in constant time with the file as it is now, so that a new token needs no restart. The file is read when
 * it is another one than before: a reading goes four times by the thread pool, and somebody waits for each request.
 */
export function tokenCheck(dataDir: string): (candidate: string) => Promise<boolean> {
  let known: { readonly mark: string | undefined; readonly digest: Buffer | undefined } | undefined;
  return async (candidate) => {
    const mark = markOf(join(dataDir, tokenFile));
    if (mark === undefined || known?.mark !== mark) {
      const token = await readDataFile(dataDir, tokenFile);
      known = { mark, digest: token ? digest(token) : undefined };
    }
    return known.digest !== undefined && timingSafeEqual(known.digest, digest(candidate));
  };
}

/** Differs for every file that was put in this place. Answered from the system's memory, in microseconds. */
function markOf(path: string): string | undefined {
  try {
    const { ino, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
    return `${ino} ${mtimeNs} ${ctimeNs}`;
  } catch {
    // Whoever reads it is told why it can not be had.
    return undefined;
  }
}

/** Texts of any length become 32 bytes, which alone can be compared in constant time. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
