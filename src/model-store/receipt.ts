/** What a finished download leaves beside its files: which bytes were installed, so that they can be checked. */
import { join } from 'node:path';
import { z } from 'zod';
import { relativePathSchema } from './index-schema.ts';
import { readJson } from './read-json.ts';

export const receiptFileName = 'hearken-receipt.json';

export const receiptSchema = z.object({
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
