/** The catalogue: models users can run, with where they come from and what their bytes must be. */
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../core/errors.ts';
import { checkRoles, modelDescriptionSchema, modelIdSchema, relativePathSchema } from './index-schema.ts';
import { packageDirectory } from './model-directories.ts';
import { readJson } from './read-json.ts';

/** What the bytes of a file must be. The size is left out where only the hash is known. */
const digestSchema = z.strictObject({ bytes: z.int().positive().optional(), sha256: z.hash('sha256') });

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

const catalogEntrySchema = z
  .strictObject({
    ...modelDescriptionSchema.shape,
    /** One line for a person who chooses. */
    description: z.string().min(1),
    /** Whether the licence lets a business use it; `unclear` where sources disagree or say nothing. */
    commercialUse: z.enum(['yes', 'no', 'unclear']),
    /** What a person should know before accepting: conditions, parts under another licence, disputes. */
    licenceNote: z.string().min(1).optional(),
    downloads: z.array(downloadSchema).min(1),
    /** Files an archive brings that no role names but that belong to the model or its licence; kept when there. */
    keep: z.array(relativePathSchema).default([]),
    /** Files made from others after the download: a piece list from a sentencepiece model. */
    derive: z.array(z.strictObject({ from: relativePathSchema, to: relativePathSchema })).default([]),
  })
  .superRefine((model, context) => {
    const addIssue = (message: string, path: string) =>
      context.addIssue({ code: 'custom', message: `${model.id}: ${message}`, path: [path] });
    checkRoles(model, (message) => addIssue(message, 'files'));
    const archives = model.downloads.filter(isArchive);
    if (archives.some(({ url }) => !url.endsWith('.tar.bz2')))
      addIssue('a plain file needs "as"', 'downloads');
    if (archives.length > 0) return;
    const brought = new Set([...model.downloads.map(({ as }) => as), ...model.derive.map(({ to }) => to)]);
    for (const path of [...Object.values(model.files), ...model.keep])
      if (!brought.has(path)) addIssue(`no download brings "${path}"`, 'downloads');
  });

const idByLanguage = z.record(z.string(), modelIdSchema);

export const catalogSchema = z
  .strictObject({
    /** What a first start fetches; keys are BCP 47 tags or primary subtags. */
    defaults: z
      .strictObject({
        /** For every language: wake phrases and voice activity. */
        every: z.array(modelIdSchema),
        stt: idByLanguage,
        /** Instead of `stt` on a machine with little memory or one core. */
        sttSmallMachine: idByLanguage,
        tts: idByLanguage,
      })
      .default({ every: [], stt: {}, sttSmallMachine: {}, tts: {} }),
    models: z.array(catalogEntrySchema),
  })
  .superRefine(({ defaults, models }, context) => {
    const ids = new Set<string>();
    for (const { id } of models) {
      if (ids.has(id)) context.addIssue({ code: 'custom', message: `id "${id}" appears twice` });
      ids.add(id);
    }
    const { every, ...byLanguage } = defaults;
    for (const id of [...every, ...Object.values(byLanguage).flatMap((table) => Object.values(table))])
      if (!ids.has(id))
        context.addIssue({ code: 'custom', message: `default "${id}" is not in the catalogue` });
  });

export type Digest = z.output<typeof digestSchema>;
export type CatalogDownload = z.output<typeof downloadSchema>;
export type CatalogEntry = z.output<typeof catalogEntrySchema>;
export type Catalog = z.output<typeof catalogSchema>;

/** True when the download is unpacked instead of put in its place. */
export const isArchive = (download: CatalogDownload): boolean => download.as === undefined;

/** The catalogue that ships with the program: `models/catalog.json`. */
const catalogPath = join(packageDirectory, 'models', 'catalog.json');

/** @throws ConfigError `CONFIG_INVALID` when the file is missing or breaks the schema. */
export async function loadCatalog(path: string = catalogPath): Promise<Catalog> {
  const catalog = await readJson(path, catalogSchema);
  if (catalog.kind === 'ok') return catalog.value;
  const reason = catalog.kind === 'invalid' ? catalog.reason : `${path} is missing`;
  throw new ConfigError('CONFIG_INVALID', `model catalogue: ${reason}`);
}

/** Bytes to fetch for the model; undefined while the size of a part is not known. */
export function downloadBytes(entry: CatalogEntry): number | undefined {
  let sum = 0;
  for (const { accept } of entry.downloads) {
    const bytes = accept[0]?.bytes;
    if (bytes === undefined) return undefined;
    sum += bytes;
  }
  return sum;
}
