/**
 * Tests with real weights and recordings. Outside CI a test whose files are missing is reported as skipped, by
 * name; in CI a missing file is a failure.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, it } from 'vitest';

/** The directory with the checkout's neighbours: models and recordings lie in `shared/` beside the checkout. */
const sharedDir = fileURLToPath(new URL('../../../shared/', import.meta.url));

export const modelsDir = join(sharedDir, 'models');
export const evalDir = join(sharedDir, 'eval');

/** Like `describe`, for cases that need these files below the shared directory (`models/…`, `eval/…`). */
export function describeReal(title: string, needed: readonly string[], cases: () => void): void {
  const missing = needed.filter((path) => !existsSync(join(sharedDir, path)));
  if (missing.length === 0) {
    describe(title, cases);
  } else if (process.env['CI']) {
    describe(title, () => {
      it('finds its models and recordings', () => {
        throw new Error(`missing in CI: ${missing.join(', ')}`);
      });
    });
  } else {
    describe.skip(`${title} (missing: ${missing.join(', ')})`, cases);
  }
}
