/** The phoneme data that espeak reads: damaged or missing parts end the process, so they are looked at before. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { corruptModel } from '../sherpa/check-files.ts';
import type { InstalledModel } from '../../core/installed-model.ts';

/**
 * What every language needs, with the least size at which a file can be whole: the smallest data in use are those
 * of one language.
 */
const commonFiles = { phontab: 10_000, phonindex: 10_000, phondata: 100_000, intonations: 500 } as const;

const dictionarySuffix = '_dict';

/** @throws EngineError `MODEL_CORRUPT` naming the part that is missing or too small. */
export async function checkEspeakData(model: InstalledModel, dataDir: string): Promise<void> {
  const found = await fault(dataDir);
  if (found !== undefined) throw corruptModel(model, 'dataDir', found);
}

/**
 * espeak reads its data once per process, from the directory of whichever voice came first, so voices of several
 * languages have to share one: the whole one with the most dictionaries stands in for those it covers.
 */
export async function shareEspeakData(models: readonly InstalledModel[]): Promise<InstalledModel[]> {
  const dirs = new Map<string, readonly string[]>();
  for (const { files } of models) {
    const dir = files['dataDir'];
    if (dir !== undefined && (await fault(dir)) === undefined) dirs.set(dir, await dictionaries(dir));
  }
  const richest = [...dirs].sort(([, a], [, b]) => b.length - a.length)[0];
  if (richest === undefined) return [...models];
  const [sharedDir, shared] = richest;
  return models.map((model) => {
    const own = dirs.get(model.files['dataDir'] ?? '');
    const isCovered = own?.every((name) => shared.includes(name)) ?? false;
    return isCovered ? { ...model, files: { ...model.files, dataDir: sharedDir } } : model;
  });
}

async function fault(dataDir: string): Promise<string | undefined> {
  for (const [name, minBytes] of Object.entries(commonFiles))
    if ((await sizeOf(join(dataDir, name))) < minBytes) return `has no whole ${name}`;
  if ((await readdirOrNone(join(dataDir, 'lang'))).length === 0) return 'has no languages';
  if ((await dictionaries(dataDir)).length === 0) return 'has no dictionary';
  return undefined;
}

async function dictionaries(dir: string): Promise<readonly string[]> {
  const names = (await readdirOrNone(dir)).filter((name) => name.endsWith(dictionarySuffix));
  const sizes = await Promise.all(names.map(async (name) => sizeOf(join(dir, name))));
  return names.filter((_, index) => sizes[index] !== 0);
}

/** 0 when there is no such file. */
async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found?.size ?? 0;
}

async function readdirOrNone(dir: string): Promise<readonly string[]> {
  return readdir(dir).catch(() => []);
}
