import { describe, expect, it } from 'vitest';
import { Credits } from '../../../src/engine-host/credits.ts';

const signal = new AbortController().signal;

describe('Credits', () => {
  it('gives as many as there are and then waits for more', async () => {
    const credits = new Credits(1);
    await credits.take(signal);
    let isTaken = false;
    const second = credits.take(signal).then(() => (isTaken = true));
    await Promise.resolve();
    expect(isTaken).toBe(false);
    credits.add(1);
    expect(await second).toBe(true);
  });

  it('stops waiting when the signal aborts', async () => {
    const controller = new AbortController();
    const waiting = new Credits(0).take(controller.signal);
    controller.abort(new Error('hung up'));
    await expect(waiting).rejects.toThrow('hung up');
  });
});
