/** Settings that once had other names: those go on working, and whoever uses one is told the new one. */
import { BugError } from '../core/errors.ts';
import { type Leaf, leaves } from './leaves.ts';

export type RenamedSetting = {
  /** What it was called: in the file, on the command line, in the environment. */
  readonly was: { readonly key: string; readonly flag: string; readonly env: string };
  /** Key of the setting that took its place. Where that is a list, the old value is one of its entries. */
  readonly now: string;
};

/** A name stays here for good: somebody's file still has it. */
export const renamedSettings: readonly RenamedSetting[] = [
  // Downloads went there. They are still found; new ones go to the data directory.
  {
    was: { key: 'models.cache_dir', flag: 'model-cache', env: 'HEARKEN_MODEL_CACHE' },
    now: 'models.dirs',
  },
];

export type Renamed<Values> = {
  /** With the new names in place of the old ones. */
  readonly values: Values;
  /** A sentence for each old name that was there. */
  readonly notices: readonly string[];
};

type Fields = Record<string, unknown>;

/** @param file settings as they stand in a file, keys as there @param place of the file, for the notice */
export function renameInFile(
  file: unknown,
  place: string,
  renamed: readonly RenamedSetting[] = renamedSettings,
): Renamed<unknown> {
  const values: unknown = structuredClone(file);
  const notices = renamed.flatMap(({ was, now }) => {
    const [section, name] = within(values, was.key);
    if (!section || !Object.hasOwn(section, name)) return [];
    const { [name]: value } = section;
    delete section[name];
    const isTaken = isSet(values, now);
    if (!isTaken && value !== '' && value !== null) put(values, now, asEntry(value, leafOf(now)));
    return [`${place}: ${notice(was.key, now, isTaken)}`];
  });
  return { values, notices };
}

/** @param texts of flags or variables, by name */
export function renameTexts<Value>(
  texts: Readonly<Record<string, Value>>,
  kind: 'flag' | 'env',
  renamed: readonly RenamedSetting[] = renamedSettings,
): Renamed<Readonly<Record<string, Value>>> {
  const values = { ...texts };
  const dashes = kind === 'flag' ? '--' : '';
  const notices = renamed.flatMap(({ was, now }) => {
    const value = values[was[kind]];
    if (value === undefined) return [];
    const name = leafOf(now)[kind];
    delete values[was[kind]];
    // As a variable that is set to nothing.
    if (value === '') return [];
    const isTaken = values[name] !== undefined && values[name] !== '';
    if (!isTaken) values[name] = value;
    return [notice(dashes + was[kind], dashes + name, isTaken)];
  });
  return { values, notices };
}

/** The setting with this key. @throws BugError for a table that names none. */
export function leafOf(key: string): Leaf {
  const leaf = leaves.find((candidate) => candidate.key === key);
  if (leaf) return leaf;
  throw new BugError('BUG', `there is no setting ${key}`);
}

function notice(was: string, now: string, isTaken: boolean): string {
  const sentence = `"${was}" is called "${now}" now`;
  return isTaken ? `${sentence}, which is set as well and counts` : sentence;
}

/** A setting that became a list holds what it was. */
function asEntry(value: unknown, { node }: Leaf): unknown {
  return node.type === 'array' && !Array.isArray(value) ? [value] : value;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The section a key lies in, if it is there and no list, and the key's last name. */
function within(values: unknown, key: string): readonly [Fields | undefined, string] {
  const names = key.split('.');
  const name = names.pop() ?? '';
  let section = values;
  for (const step of names) section = isFields(section) ? section[step] : undefined;
  return [isFields(section) ? section : undefined, name];
}

/** Also true for a section that is written as its one list. */
function isSet(values: unknown, key: string): boolean {
  const [section, name] = within(values, key);
  if (section) return Object.hasOwn(section, name);
  const [first = ''] = key.split('.');
  return isFields(values) && Array.isArray(values[first]);
}

function put(values: unknown, key: string, value: unknown): void {
  const names = key.split('.');
  const name = names.pop() ?? '';
  let section = values;
  for (const step of names) {
    if (!isFields(section)) return;
    const next = section[step] ?? {};
    section[step] = next;
    section = next;
  }
  if (isFields(section)) section[name] = value;
}
