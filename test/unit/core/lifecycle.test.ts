import { describe, expect, it } from 'vitest';
import { settleSeries, startTogether } from '../../../src/core/lifecycle.ts';

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

describe('startTogether', () => {
  const part = (name: string, ended: string[]) => ({
    [Symbol.asyncDispose]: async () => void ended.push(name),
  });

  it('ends what was started, the last first, when a later part can not start', async () => {
    const ended: string[] = [];
    const starting = startTogether(async (teardown) => {
      teardown.keep('store', part('store', ended));
      teardown.add('server', () => void ended.push('server'));
      throw new Error('no port');
    });
    await expect(starting).rejects.toThrow('no port');
    expect(ended).toEqual(['server', 'store']);
  });

  it('ends nothing of what started, until it is disposed, and then once', async () => {
    const ended: string[] = [];
    const started = await startTogether(async (teardown) => {
      teardown.keep('store', part('store', ended));
      return teardown;
    });
    expect(ended).toEqual([]);
    await Promise.all([started[Symbol.asyncDispose](), started[Symbol.asyncDispose]()]);
    expect(ended).toEqual(['store']);
  });
});
