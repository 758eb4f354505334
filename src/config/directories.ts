/** Where the program keeps files: `--data`, or the directories of the XDG base directory specification. */
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

export type Directories = {
  /** Everything that must survive. */
  readonly data: string;
  /** What can be fetched or made again. */
  readonly cache: string;
};

type XdgEnvironment = { readonly [Name in 'XDG_DATA_HOME' | 'XDG_CACHE_HOME']?: string | undefined };

/** @param data the setting; empty for the XDG directories. */
export function directoriesOf(data: string, env: XdgEnvironment): Directories {
  if (data !== '') return { data: resolve(data), cache: join(resolve(data), 'cache') };
  return {
    data: join(base(env.XDG_DATA_HOME, '.local/share'), 'hearken'),
    cache: join(base(env.XDG_CACHE_HOME, '.cache'), 'hearken'),
  };
}

/** The specification: a relative path in the variable is to be ignored. */
const base = (variable: string | undefined, fallback: string): string =>
  variable !== undefined && isAbsolute(variable) ? variable : join(homedir(), fallback);
