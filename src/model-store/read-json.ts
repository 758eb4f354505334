/** Reading a JSON file that a person may have written. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { toError } from '../core/errors.ts';
import { isErrno } from '../core/errno.ts';

export type JsonFile<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'absent' }
  | { readonly kind: 'invalid'; readonly reason: string };

/** The file checked against the schema; absent and invalid files are values. */
export async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<JsonFile<T>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return { kind: 'absent' };
    return { kind: 'invalid', reason: `${path}: ${toError(error).message}` };
  }
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return { kind: 'ok', value: parsed.data };
    return { kind: 'invalid', reason: `${path}: ${z.prettifyError(parsed.error).replaceAll('\n', '; ')}` };
  } catch (error) {
    return { kind: 'invalid', reason: `${path}: ${toError(error).message}` };
  }
}
