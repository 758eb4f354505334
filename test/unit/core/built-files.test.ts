import { describe, expect, it } from 'vitest';
import { compiledBeside, writtenBeside } from '../../../src/core/built-files.ts';

describe.each(['file:///home/src/hearken', 'file:///opt/dist/hearken'])('in a checkout at %s', (root) => {
  it.each(['src/store/thread.ts', 'dist/store/thread.js'])('finds both trees from %s', (module) => {
    const here = `${root}/${module}`;
    expect(compiledBeside('worker.js', here).href).toBe(`${root}/dist/store/worker.js`);
    expect(writtenBeside('words/', here).href).toBe(`${root}/src/store/words/`);
  });
});
