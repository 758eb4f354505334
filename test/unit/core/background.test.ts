import { describe, expect, it } from 'vitest';
import { abortable } from '../../../src/core/abort.ts';
import { Background } from '../../../src/core/background.ts';
import { type Logger, silentLogger } from '../../../src/core/log.ts';

const never = new Promise<never>(() => undefined);

describe('Background', () => {
  it('aborts all work when disposed, waits for it, and logs no error for that', async () => {
    const ended: string[] = [];
    const errors: string[] = [];
    const log: Logger = { ...silentLogger, error: (message) => void errors.push(message) };
    {
      await using background = new Background(log);
      for (const name of ['one', 'two'])
        background.run(name, async (signal) => {
          try {
            await abortable(never, signal);
          } finally {
            ended.push(name);
          }
        });
    }
    expect(ended).toEqual(['one', 'two']);
    expect(errors).toEqual([]);
  });

  it('logs work that fails by its name', async () => {
    const errors: unknown[] = [];
    const log: Logger = { ...silentLogger, error: (_, fields) => void errors.push(fields) };
    await using background = new Background(log);
    background.run('hints', async () => {
      throw new Error('lost');
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(errors).toEqual([{ work: 'hints', reason: 'lost' }]);
  });
});
