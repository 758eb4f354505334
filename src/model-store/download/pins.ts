/**
 * Hashes seen at the first download of files the catalogue knows no hash of. A later download must bring the same
 * bytes: what was trusted once can not be swapped silently.
 */
import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { CatalogDownload, Digest } from '../catalog.ts';
import type { FileDigest } from './hash-file.ts';
import { readJson } from '../read-json.ts';

const pinSchema = z.object({ url: z.string(), bytes: z.int().nonnegative(), sha256: z.hash('sha256') });

/** One file per address, so that two downloads at once do not overwrite each other's pins. */
function pinPath(modelDir: string, url: string): string {
  return join(modelDir, '.pins', `${createHash('sha256').update(url).digest('hex').slice(0, 16)}.json`);
}

/** The digests a download must match: the catalogue's, else the pin, else none. */
export async function acceptedDigests(
  modelDir: string,
  download: CatalogDownload,
): Promise<readonly Digest[]> {
  if (download.accept.length > 0) return download.accept;
  const pin = await readJson(pinPath(modelDir, download.url), pinSchema);
  return pin.kind === 'ok' ? [{ bytes: pin.value.bytes, sha256: pin.value.sha256 }] : [];
}

/** Remembers the bytes of a download without a hash in the catalogue. */
export async function pinDownload(
  modelDir: string,
  download: CatalogDownload,
  seen: FileDigest,
): Promise<void> {
  if (download.accept.length > 0) return;
  const path = pinPath(modelDir, download.url);
  const pin: z.input<typeof pinSchema> = { url: download.url, bytes: seen.bytes, sha256: seen.sha256 };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, `${JSON.stringify(pin, undefined, 2)}\n`);
  await rename(`${path}.new`, path);
}
