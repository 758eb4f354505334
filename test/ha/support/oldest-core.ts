/** The oldest Home Assistant that the store offers the integration to. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'vitest';
import { packageDirectory } from '../../../src/model-store/model-directories.ts';

/** Python of the oldest core's environment, which the first call builds. */
export function oldestPython(): string {
  const { status, stdout, stderr } = spawnSync(join(packageDirectory, 'scripts/ha-pytest.sh'), ['oldest'], {
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  return stdout.trim();
}
