/** The catalogue: models users can run, with where they come from and what their bytes must be. */
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../core/errors.ts';
import { checkRoles, modelDescriptionSchema, relativePathSchema } from './index-schema.ts';
import { packageDirectory } from './model-directories.ts';
import { readJson } from './read-json.ts';

const digestSchema = z.strictObject({ bytes: z.int().positive(), sha256: z.hash('sha256') });

/** One file to fetch. */
const downloadSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/u }),
  /** Where a plain file goes below the model's directory; absent for an archive, which brings its own names. */
  as: relativePathSchema.optional(),
  /**
   * What the bytes may be, newest first: upstreams replace files under the same address. Empty: no hash is known;
   * the first download pins its own on this machine.
   */
  accept: z.array(digestSchema),
});

export const catalogEntrySchema = z
  .strictObject({
    ...modelDescriptionSchema.shape,
    /** One sentence for a person who chooses. */
    description: z.string().min(1),
    /** Whether the licence lets a business use it; `unclear` where sources disagree or say nothing. */
    commercialUse: z.enum(['yes', 'no', 'unclear']),
    /** What a person should know before accepting: conditions, parts under another licence, disputes. */
    licenceNote: z.string().min(1).optional(),
    downloads: z.array(downloadSchema).min(1),
    /** Files an archive brings that no role names but the model needs or its licence asks to keep. */
    keep: z.array(relativePathSchema).default([]),
    /** Approximate bytes on disk once installed. */
    installedBytes: z.int().positive(),
  })
  .superRefine((model, context) => {
    const addIssue = (message: string, path: string) =>
      context.addIssue({ code: 'custom', message: `${model.id}: ${message}`, path: [path] });
    checkRoles(model, (message) => addIssue(message, 'files'));
    const archives = model.downloads.filter(({ as }) => as === undefined);
    if (archives.some(({ url }) => !url.endsWith('.tar.bz2')))
      addIssue('a plain file needs "as"', 'downloads');
    if (archives.length > 0) return;
    const brought = new Set(model.downloads.map(({ as }) => as));
    for (const path of [...Object.values(model.files), ...model.keep])
      if (!brought.has(path)) addIssue(`no download brings "${path}"`, 'downloads');
  });

export const catalogSchema = z.strictObject({
  models: z.array(catalogEntrySchema).superRefine((models, context) => {
    const ids = new Set<string>();
    for (const { id } of models) {
      if (ids.has(id)) context.addIssue({ code: 'custom', message: `id "${id}" appears twice` });
      ids.add(id);
    }
  }),
});

export type CatalogDownload = z.output<typeof downloadSchema>;
export type CatalogEntry = z.output<typeof catalogEntrySchema>;
export type Catalog = z.output<typeof catalogSchema>;

/** The catalogue that ships with the program: `models/catalog.json`. */
export const catalogPath = join(packageDirectory, 'models', 'catalog.json');

/** @throws ConfigError `CONFIG_INVALID` when the file is missing or breaks the schema. */
export async function loadCatalog(path: string = catalogPath): Promise<Catalog> {
  const catalog = await readJson(path, catalogSchema);
  if (catalog.kind === 'ok') return catalog.value;
  const reason = catalog.kind === 'invalid' ? catalog.reason : `${path} is missing`;
  throw new ConfigError('CONFIG_INVALID', `model catalogue: ${reason}`);
}

/** Bytes to fetch for the model; undefined while the size of a part is not known. */
export function downloadBytes(entry: CatalogEntry): number | undefined {
  const sizes = entry.downloads.map(({ accept }) => accept[0]?.bytes);
  return sizes.every((size) => size !== undefined) ? sizes.reduce((sum, size) => sum + size, 0) : undefined;
}
