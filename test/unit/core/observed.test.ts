import { describe, expect, it } from 'vitest';
import { Observed } from '../../../src/core/observed.ts';

describe('Observed', () => {
  it('gives a watcher the current value and then the newest one', async () => {
    const observed = new Observed(1);
    const changes = observed.changes({ signal: new AbortController().signal });
    expect((await changes.next()).value).toBe(1);
    observed.set(2);
    observed.set(3);
    expect((await changes.next()).value).toBe(3);
  });

  it('does not miss a change made between two reads', async () => {
    const observed = new Observed('a');
    const changes = observed.changes({ signal: new AbortController().signal });
    await changes.next();
    const next = changes.next();
    observed.set('b');
    expect((await next).value).toBe('b');
  });

  it('waits for a value that passes the test', async () => {
    const observed = new Observed(1);
    const even = observed.until((value) => value % 2 === 0, { signal: new AbortController().signal });
    observed.set(3);
    observed.set(4);
    expect(await even).toBe(4);
  });

  it('ends with the reason of the signal', async () => {
    const controller = new AbortController();
    const never = new Observed(1).until(() => false, { signal: controller.signal });
    controller.abort(new Error('closed'));
    await expect(never).rejects.toThrow('closed');
  });
});
