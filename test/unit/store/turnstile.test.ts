import { describe, expect, it } from 'vitest';
import { Turnstile } from '../../../src/store/turnstile.ts';

/** Everything that can run without being let in has run then. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('Turnstile', () => {
  it('lets single statements in together', async () => {
    const turnstile = new Turnstile();
    await Promise.all([turnstile.enter(), turnstile.enter(), turnstile.enter()]);
  });

  it('keeps all others out while one is alone, and lets them in in the order of coming', async () => {
    const turnstile = new Turnstile();
    const order: string[] = [];
    const noted = (name: string) => () => void order.push(name);
    await turnstile.enter();
    await turnstile.enter();
    const alone = turnstile.beAlone().then(noted('alone'));
    const late = turnstile.enter().then(noted('late'));
    await settled();
    expect(order).toEqual([]);
    turnstile.leave();
    await alone;
    await settled();
    expect(order).toEqual(['alone']);
    turnstile.leave();
    await late;
    expect(order).toEqual(['alone', 'late']);
  });

  it('lets two who are inside be alone one after the other', async () => {
    const turnstile = new Turnstile();
    const order: string[] = [];
    await turnstile.enter();
    await turnstile.enter();
    const first = turnstile.beAlone().then(() => order.push('first'));
    const second = turnstile.beAlone().then(() => order.push('second'));
    await first;
    await settled();
    expect(order).toEqual(['first']);
    turnstile.leave();
    await second;
    turnstile.leave();
    await turnstile.enter();
    expect(order).toEqual(['first', 'second']);
  });
});
