/** What `hearken models list` shows: everything on this machine and everything the catalogue could add. */
import type { InstalledModel } from '../core/installed-model.ts';
import { downloadBytes, type Catalog } from './catalog.ts';
import { isModelEngineName, modelEngines, type ModelJob } from './engine-names.ts';
import { servesLanguage } from '../core/language-tag.ts';
import type { ModelInventory } from './resolve-models.ts';

export type ModelRow = {
  readonly id: string;
  readonly job: ModelJob | 'unknown';
  readonly engine: string;
  readonly state: 'installed' | 'damaged' | 'available';
  /** False for engines this version only lists. */
  readonly isRunnable: boolean;
  readonly languages: readonly string[];
  /** Bytes to fetch; absent for a model the catalogue does not know. */
  readonly bytes?: number;
  readonly licence: string;
  readonly commercialUse?: 'yes' | 'no' | 'unclear';
  readonly description?: string;
};

export type ListOptions = {
  readonly inventory: ModelInventory;
  readonly catalog: Catalog;
  /** Only models of this language and those without one. */
  readonly language?: string;
  readonly job?: ModelJob;
};

/** Installed models first, then the catalogue's in its order. */
export function listModels({ inventory, catalog, language, job }: ListOptions): readonly ModelRow[] {
  const installed = new Set(inventory.models.map(({ id }) => id));
  const damaged = new Set(inventory.problems.map(({ id }) => id));
  const rows = [
    ...inventory.models.map((model): ModelRow => ({ ...describe(model, catalog), state: 'installed' })),
    ...catalog.models
      .filter(({ id }) => !installed.has(id))
      .map((entry): ModelRow => ({
        ...describe(entry, catalog),
        state: damaged.has(entry.id) ? 'damaged' : 'available',
      })),
  ];
  return rows.filter(
    (row) =>
      (job === undefined || row.job === job) &&
      (language === undefined || row.languages.length === 0 || servesLanguage(row.languages, language)),
  );
}

function describe(
  { id, engine, languages, licence }: Pick<InstalledModel, 'id' | 'engine' | 'languages' | 'licence'>,
  catalog: Catalog,
): Omit<ModelRow, 'state'> {
  const known = isModelEngineName(engine) ? modelEngines[engine] : undefined;
  const entry = catalog.models.find((candidate) => candidate.id === id);
  const bytes = entry && downloadBytes(entry);
  return {
    id,
    job: known?.job ?? 'unknown',
    engine,
    isRunnable: known?.runnable ?? false,
    languages,
    licence,
    ...(bytes === undefined ? {} : { bytes }),
    ...(entry ? { commercialUse: entry.commercialUse, description: entry.description } : {}),
  };
}

/** Cells of a table, header first, one row per model. */
export function modelCells(rows: readonly ModelRow[]): readonly (readonly string[])[] {
  const header = ['MODEL', 'JOB', 'STATE', 'SIZE', 'LICENCE', 'LANGUAGES'];
  return [
    header,
    ...rows.map((row) => [row.id, row.job, stateOf(row), sizeOf(row), licenceOf(row), languagesOf(row)]),
  ];
}

const stateOf = ({ state, isRunnable }: ModelRow): string =>
  isRunnable ? state : `${state}, not run by this version yet`;

const sizeOf = ({ bytes }: ModelRow): string =>
  bytes === undefined ? '' : `${Math.max(1, Math.round(bytes / 1e6))} MB`;

const licenceOf = ({ licence, commercialUse }: ModelRow): string =>
  commercialUse === 'no' ? `${licence} (non-commercial)` : licence;

/** More languages than this are counted, not named. */
const namedLanguages = 6;

const languagesOf = ({ languages }: ModelRow): string =>
  languages.length > namedLanguages ? `${languages.length} languages` : languages.join(' ') || 'any';
