import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { directoriesOf } from '../../../src/config/directories.ts';

describe('directoriesOf', () => {
  it('puts everything below the data directory of the settings', () => {
    expect(directoriesOf('house', {})).toEqual({ data: resolve('house'), cache: resolve('house/cache') });
  });

  it('uses the XDG directories, and ignores a relative one', () => {
    const env = { XDG_DATA_HOME: '/srv/data', XDG_CACHE_HOME: 'relative' };
    expect(directoriesOf('', env)).toEqual({
      data: '/srv/data/hearken',
      cache: join(homedir(), '.cache/hearken'),
    });
  });
});
