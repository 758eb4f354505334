/** Writes chosen settings into `hearken.yaml`; what else stands there stays, comments included. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { isSeq, parseDocument } from 'yaml';
import { ConfigError } from '../../core/errors.ts';
import { isErrno } from '../../core/errno.ts';

export type Choice = {
  /** As in the file, `home.url`. */
  readonly key: string;
  /** Undefined: taken out, so that the default counts. */
  readonly value: unknown;
};

/** The file holds the token: nobody but its owner may read it. */
const fileMode = 0o600;

/** @throws ConfigError `CONFIG_INVALID` for a file that is no YAML. */
export async function writeSettings(path: string, choices: readonly Choice[]): Promise<void> {
  const temporary = `${path}.new`;
  await writeFile(temporary, withChoices(await readText(path), choices, path), { mode: fileMode });
  await rename(temporary, path);
}

/** The text with the choices in it. @param path for the error. */
export function withChoices(text: string, choices: readonly Choice[], path: string): string {
  const document = parseDocument(text);
  const [fault] = document.errors;
  if (fault) throw new ConfigError('CONFIG_INVALID', `${path}: ${fault.message}`, { cause: fault });
  for (const { key, value } of choices) {
    const parts = key.split('.');
    // A section may be written as its one list.
    const isList = isSeq(document.getIn(parts.slice(0, -1), true));
    const place = isList ? parts.slice(0, -1) : parts;
    if (value === undefined) document.deleteIn(place);
    else document.setIn(place, document.createNode(value));
  }
  return document.toString({ lineWidth: 0 });
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return '';
    throw error;
  }
}
