/** Proves that installed models have the bytes they should have. */
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { InstalledModel } from '../core/installed-model.ts';
import { isErrno } from '../core/errno.ts';
import { filesBelow, hashFile } from './download/hash-file.ts';
import type { ModelDirectory } from './model-directories.ts';
import { readReceipt, receiptFaults } from './download/receipt.ts';
import type { ModelInventory } from './resolve-models.ts';

export type ModelCheck = {
  readonly id: string;
  /** `unverified`: every file is there, but nothing on this machine says what its bytes must be. */
  readonly verdict: 'ok' | 'damaged' | 'unverified';
  readonly directory: string;
  readonly checkedFiles: number;
  /** What is wrong, file by file. */
  readonly faults: readonly string[];
  /** The command that helps; absent when nothing is wrong. */
  readonly fix?: string;
};

export type CheckModelsOptions = {
  readonly inventory: ModelInventory;
  readonly dirs: readonly ModelDirectory[];
  readonly signal: AbortSignal;
};

/** A list of hashes beside indexed models, as `sha256sum` writes it. */
const sumsFileName = 'SHA256SUMS';

/** One result per installed model, in the inventory's order, then one per model that could not be resolved. */
export async function* checkModels(options: CheckModelsOptions): AsyncGenerator<ModelCheck, void> {
  const { inventory, dirs, signal } = options;
  const sums = new Map<string, ReadonlyMap<string, string>>();
  for (const { path } of dirs) sums.set(path, await readSums(path));
  for (const model of inventory.models) {
    signal.throwIfAborted();
    yield (await checkReceipt(model, dirs, signal)) ?? (await checkSums(model, dirs, sums, signal));
  }
  for (const { id, directory, reason, fix } of inventory.problems)
    yield {
      id: id ?? basename(directory),
      verdict: 'damaged',
      directory,
      checkedFiles: 0,
      faults: [reason],
      fix,
    };
}

/** A pulled model: its receipt knows every file. */
async function checkReceipt(
  model: InstalledModel,
  dirs: readonly ModelDirectory[],
  signal: AbortSignal,
): Promise<ModelCheck | undefined> {
  const owner = ownerOf(model, dirs);
  const directory = join(owner, model.id);
  const receipt = await readReceipt(directory);
  if (!receipt) return undefined;
  const faults = await receiptFaults(directory, receipt, signal);
  const checked = { id: model.id, directory, checkedFiles: Object.keys(receipt.files).length, faults };
  if (faults.length === 0) return { ...checked, verdict: 'ok' };
  return { ...checked, verdict: 'damaged', fix: `hearken models pull ${model.id}` };
}

/** An indexed model: its directory may have a list of hashes. */
async function checkSums(
  model: InstalledModel,
  dirs: readonly ModelDirectory[],
  sums: ReadonlyMap<string, ReadonlyMap<string, string>>,
  signal: AbortSignal,
): Promise<ModelCheck> {
  const directory = ownerOf(model, dirs);
  const known = sums.get(directory) ?? new Map<string, string>();
  const faults: string[] = [];
  const unknown: string[] = [];
  const paths = await Promise.all(Object.values(model.files).map(expand));
  const files = paths.flat();
  for (const path of files) {
    const name = relative(directory, path);
    const wanted = known.get(name);
    if (wanted === undefined) {
      unknown.push(name);
      continue;
    }
    const seen = await hashFile(path, signal);
    if (seen.sha256 !== wanted) faults.push(`${name} has sha256 ${seen.sha256}, wanted ${wanted}`);
  }
  const checked = { id: model.id, directory, checkedFiles: files.length - unknown.length, faults };
  if (faults.length > 0)
    return { ...checked, verdict: 'damaged', fix: `put the right files into ${directory}` };
  return { ...checked, verdict: unknown.length > 0 ? 'unverified' : 'ok' };
}

async function expand(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  return (await filesBelow(path)).map((below) => join(path, below));
}

/** The searched directory a model lies in: the longest that is a parent of its files. */
function ownerOf(model: InstalledModel, dirs: readonly ModelDirectory[]): string {
  const [first] = Object.values(model.files);
  const parents = dirs.map(({ path }) => path).filter((path) => first?.startsWith(`${path}/`));
  return parents.sort((a, b) => b.length - a.length)[0] ?? dirname(first ?? '');
}

async function readSums(directory: string): Promise<ReadonlyMap<string, string>> {
  let text: string;
  try {
    text = await readFile(join(directory, sumsFileName), 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return new Map();
    throw error;
  }
  const lines = text.matchAll(/^([0-9a-f]{64}) [ *](?:\.\/)?(.+)$/gmu);
  return new Map(Array.from(lines, ([, sha256 = '', path = '']) => [path, sha256]));
}
