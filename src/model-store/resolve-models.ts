/**
 * Finds the models on this machine. What is missing or damaged is part of the result, with the reason and the
 * command that helps: it never ends the program.
 */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstalledModel } from '../core/installed-model.ts';
import type { Catalog } from './catalog.ts';
import { isErrno } from '../core/errno.ts';
import { fingerprint, type RoleFile } from './fingerprint.ts';
import { indexFileName, modelIndexSchema, type ModelDescription } from './index-schema.ts';
import type { ModelDirectory } from './model-directories.ts';
import { readJson } from './read-json.ts';
import { readReceipt, type Receipt } from './download/receipt.ts';

/** Something in a models directory that can not be used. */
type ModelProblem = {
  readonly kind: 'index-invalid' | 'file-missing' | 'file-damaged';
  /** The model's id; absent when a whole index is invalid. */
  readonly id?: string;
  readonly directory: string;
  readonly reason: string;
  /** What the person who runs the program does about it. */
  readonly fix: string;
};

/** Everything found, in search order; an id appears once. */
export type ModelInventory = {
  readonly models: readonly InstalledModel[];
  readonly problems: readonly ModelProblem[];
};

export type ResolveModelsOptions = {
  /** Searched in order, see `modelDirectories`. */
  readonly dirs: readonly ModelDirectory[];
  /** Describes the models that `models pull` put in `<dir>/<id>/`. */
  readonly catalog: Catalog;
  readonly signal: AbortSignal;
};

export async function resolveModels(options: ResolveModelsOptions): Promise<ModelInventory> {
  const { dirs, catalog, signal } = options;
  const found = new Map<string, InstalledModel>();
  const problems: ModelProblem[] = [];
  for (const dir of dirs) {
    signal.throwIfAborted();
    const candidates = [...(await indexed(dir, problems)), ...(await pulled(dir, catalog))];
    // Independent stats: the disk may answer them in any order, the result keeps the index's.
    const looked = await Promise.all(
      candidates.filter(({ model }) => !found.has(model.id)).map((candidate) => inspect(dir.path, candidate)),
    );
    for (const result of looked)
      if ('reason' in result) problems.push(result);
      else if (!found.has(result.id)) found.set(result.id, result);
  }
  // A damaged copy in one directory is no problem for a person when another directory has a good one.
  const open = problems.filter(({ id }) => id === undefined || !found.has(id));
  return { models: [...found.values()], problems: open };
}

/** A model that should lie below `root`. */
type Candidate = { readonly model: ModelDescription; readonly root: string; readonly receipt?: Receipt };

async function indexed(dir: ModelDirectory, problems: ModelProblem[]): Promise<readonly Candidate[]> {
  for (const path of [join(dir.path, indexFileName), dir.indexPath]) {
    if (path === undefined) continue;
    const index = await readJson(path, modelIndexSchema);
    if (index.kind === 'ok') return index.value.models.map((model) => ({ model, root: dir.path }));
    if (index.kind === 'invalid') {
      const fix = `correct ${path}, or leave the directory out of --models`;
      problems.push({ kind: 'index-invalid', directory: dir.path, reason: index.reason, fix });
    }
  }
  return [];
}

async function pulled(dir: ModelDirectory, catalog: Catalog): Promise<readonly Candidate[]> {
  const present = new Set(await namesIn(dir.path));
  const looked = await Promise.all(
    catalog.models
      .filter(({ id }) => present.has(id))
      .map(async (model): Promise<Candidate | undefined> => {
        const root = join(dir.path, model.id);
        const receipt = await readReceipt(root);
        return receipt && { model, root, receipt };
      }),
  );
  return looked.filter((candidate) => candidate !== undefined);
}

async function namesIn(directory: string): Promise<readonly string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    // A directory that can not be read holds nothing for this program, whatever the reason.
    if (isErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM')) return [];
    throw error;
  }
}

async function inspect(directory: string, candidate: Candidate): Promise<InstalledModel | ModelProblem> {
  const { model, root, receipt } = candidate;
  const fix = receipt
    ? `hearken models pull ${model.id}`
    : `put the file back, or take the model out of the directory's index`;
  const seen: RoleFile[] = [];
  for (const [role, relative] of Object.entries(model.files)) {
    const path = join(root, relative);
    const stats = await statOrUndefined(path);
    const problem = { id: model.id, directory, fix };
    if (!stats) return { kind: 'file-missing', ...problem, reason: `${role}: ${path} is missing` };
    const expectedBytes = receipt?.files[relative]?.bytes;
    if (stats.isFile() && (stats.size === 0 || (expectedBytes ?? stats.size) !== stats.size)) {
      const reason = `${role}: ${path} has ${stats.size} bytes${expectedBytes === undefined ? '' : ` instead of ${expectedBytes}`}`;
      return { kind: 'file-damaged', ...problem, reason };
    }
    seen.push({ role, path, stats });
  }
  return {
    id: model.id,
    engine: model.engine,
    languages: model.languages,
    files: Object.fromEntries(seen.map(({ role, path }) => [role, path])),
    settings: model.settings,
    licence: model.licence,
    attribution: model.attribution,
    fingerprint: await fingerprint(seen),
  };
}

async function statOrUndefined(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM')) return undefined;
    throw error;
  }
}
