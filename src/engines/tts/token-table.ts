/** The symbols a voice knows, one `symbol id` per line: sherpa-onnx ends the process on a table it can not read. */
import { readFile } from 'node:fs/promises';
import { corruptModel } from '../sherpa/check-files.ts';
import type { InstalledModel } from '../../core/installed-model.ts';

/** The symbol may itself be a space. */
const line = /^(.+) (\d+)$/u;

/** @throws EngineError `MODEL_CORRUPT` for a malformed or doubled line, or when one of the needed symbols is missing. */
export async function checkTokenTable(
  model: InstalledModel,
  path: string,
  needed: readonly string[],
): Promise<void> {
  const symbols = new Set<string>();
  for (const text of (await readFile(path, 'utf8')).split(/\r?\n/u)) {
    if (text === '') continue;
    const symbol = line.exec(text)?.[1];
    if (symbol === undefined)
      throw corruptModel(model, 'tokens', 'has a line that is no symbol with a number');
    if (symbols.has(symbol)) throw corruptModel(model, 'tokens', 'has a symbol twice');
    symbols.add(symbol);
  }
  if (symbols.size === 0) throw corruptModel(model, 'tokens', 'is empty');
  const missing = needed.find((symbol) => !symbols.has(symbol));
  if (missing !== undefined) throw corruptModel(model, 'tokens', `lacks the symbol "${missing}"`);
}
