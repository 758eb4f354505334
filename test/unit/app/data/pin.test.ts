import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { warnWithoutPin } from '../../../../src/app/data/pin.ts';
import { silentLogger } from '../../../../src/core/log.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const pinEntities = ['lock.front_door'];

async function told(dataDir: string, entities: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = [];
  const tell = (message: string) => void lines.push(message);
  await warnWithoutPin({ pinEntities: [...entities] }, dataDir, { ...silentLogger, warn: tell, error: tell });
  return lines;
}

it('a start tells that a code is needed and none is set, and is silent where no device needs one', async () => {
  await using dir = await tempDir();
  expect(await told(dir.path, pinEntities)).toEqual([expect.stringContaining('hearken pin set')]);
  expect(await told(dir.path, [])).toEqual([]);
});

it('a start tells of a code that can not be read, and goes on', async () => {
  await using dir = await tempDir();
  await mkdir(join(dir.path, 'pin'));
  expect(await told(dir.path, pinEntities)).toEqual([expect.stringContaining('can not be read')]);
});
