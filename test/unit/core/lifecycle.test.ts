import { describe, expect, it } from 'vitest';
import { settleSeries } from '../../../src/core/lifecycle.ts';

describe('settleSeries', () => {
  it('runs every step in order, also after a failed one, and names all failures', async () => {
    const done: string[] = [];
    const fail = (name: string) => () => {
      done.push(name);
      throw new Error(name);
    };
    const steps = [
      { name: 'listener', run: fail('listener') },
      { name: 'turns', run: async () => void done.push('turns') },
      { name: 'engines', run: async () => fail('engines')() },
    ];
    await expect(settleSeries(steps)).rejects.toThrow(
      'teardown step failed: listener; teardown step failed: engines',
    );
    expect(done).toEqual(['listener', 'turns', 'engines']);
  });

  it('resolves when every step did', async () => {
    await expect(settleSeries([{ name: 'one', run: () => undefined }])).resolves.toBeUndefined();
  });
});
