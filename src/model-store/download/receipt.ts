/** What a finished download leaves beside its files: which bytes were installed, so that they can be checked. */
import { join } from 'node:path';
import { z } from 'zod';
import { filesBelow, hashFile } from './hash-file.ts';
import { relativePathSchema } from '../index-schema.ts';
import { readJson } from '../read-json.ts';

export const receiptFileName = 'hearken-receipt.json';

const receiptSchema = z.object({
  id: z.string(),
  /** Where the bytes came from, one per download of the model. */
  urls: z.array(z.string()),
  /** Path below the model's directory → what lies there. */
  files: z.record(relativePathSchema, z.object({ bytes: z.int().nonnegative(), sha256: z.hash('sha256') })),
});

export type Receipt = z.output<typeof receiptSchema>;

/** The receipt of a model's directory; undefined where `models pull` did not finish one. */
export async function readReceipt(modelDir: string): Promise<Receipt | undefined> {
  const receipt = await readJson(join(modelDir, receiptFileName), receiptSchema);
  return receipt.kind === 'ok' ? receipt.value : undefined;
}

/** What differs between the directory and its receipt, file by file, hashes included; empty when it is intact. */
export async function receiptFaults(
  modelDir: string,
  receipt: Receipt,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const present = new Set(await filesBelow(modelDir));
  for (const [path, wanted] of Object.entries(receipt.files)) {
    if (!present.delete(path)) {
      faults.push(`${path} is missing`);
      continue;
    }
    const { sha256 } = await hashFile(join(modelDir, path), signal);
    if (sha256 !== wanted.sha256) faults.push(`${path} has sha256 ${sha256}, wanted ${wanted.sha256}`);
  }
  for (const path of present) if (path !== receiptFileName) faults.push(`${path} does not belong there`);
  return faults;
}
