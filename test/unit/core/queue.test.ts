import { describe, expect, it } from 'vitest';
import { Queue } from '../../../src/core/queue.ts';

const { signal } = new AbortController();

async function drain<T>(queue: Queue<T>): Promise<T[]> {
  const values: T[] = [];
  for await (const value of queue) values.push(value);
  return values;
}

describe('Queue', () => {
  it('hands values on in order and ends after close', async () => {
    const queue = new Queue<number>({ limit: 4, policy: 'fail' });
    await queue.push(1, signal);
    await queue.push(2, signal);
    queue.close();
    expect(await drain(queue)).toEqual([1, 2]);
  });

  it('gives a value straight to a waiting consumer', async () => {
    const queue = new Queue<number>({ limit: 1, policy: 'fail' });
    const next = queue.next();
    await queue.push(7, signal);
    expect(await next).toEqual({ done: false, value: 7 });
    expect(queue.size).toBe(0);
  });

  it('holds the producer while full under the policy block', async () => {
    const queue = new Queue<number>({ limit: 1, policy: 'block' });
    await queue.push(1, signal);
    let pushed = false;
    const second = queue.push(2, signal).then(() => (pushed = true));
    await Promise.resolve();
    expect(pushed).toBe(false);
    expect(await queue.next()).toEqual({ done: false, value: 1 });
    await second;
    expect(await queue.next()).toEqual({ done: false, value: 2 });
  });

  it('lets a held producer go when its signal aborts', async () => {
    const queue = new Queue<number>({ limit: 1, policy: 'block' });
    await queue.push(1, signal);
    const stop = new AbortController();
    const held = queue.push(2, stop.signal);
    stop.abort(new Error('enough'));
    await expect(held).rejects.toThrow('enough');
    expect(queue.size).toBe(1);
  });

  it('serves the next held producer when an earlier one gave up', async () => {
    const queue = new Queue<number>({ limit: 1, policy: 'block' });
    await queue.push(1, signal);
    const stop = new AbortController();
    const gaveUp = queue.push(2, stop.signal);
    const patient = queue.push(3, signal);
    stop.abort(new Error('enough'));
    await expect(gaveUp).rejects.toThrow('enough');
    expect(await queue.next()).toEqual({ done: false, value: 1 });
    await patient;
    expect(await queue.next()).toEqual({ done: false, value: 3 });
  });

  it('throws away the oldest value under the policy drop-oldest, and counts it', async () => {
    const queue = new Queue<number>({ limit: 2, policy: 'drop-oldest' });
    for (const value of [1, 2, 3]) await queue.push(value, signal);
    queue.close();
    expect(await drain(queue)).toEqual([2, 3]);
    expect(queue.droppedCount).toBe(1);
  });

  it('refuses a value under the policy fail', async () => {
    const queue = new Queue<number>({ limit: 1, policy: 'fail' });
    await queue.push(1, signal);
    await expect(queue.push(2, signal)).rejects.toMatchObject({ code: 'ENGINE_OVERLOADED', retryable: true });
  });

  it('gives the error of its close after the values that wait', async () => {
    const queue = new Queue<number>({ limit: 2, policy: 'fail' });
    await queue.push(1, signal);
    queue.close(new Error('lost'));
    expect(await queue.next()).toEqual({ done: false, value: 1 });
    await expect(queue.next()).rejects.toThrow('lost');
  });

  it('gives the error of its close to a consumer that waits', async () => {
    const queue = new Queue<number>({ limit: 2, policy: 'fail' });
    const next = queue.next();
    queue.close(new Error('lost'));
    await expect(next).rejects.toThrow('lost');
  });

  it('counts values by their weight when it is told to', async () => {
    const queue = new Queue<string>({
      limit: 4,
      policy: 'drop-oldest',
      weigh: ({ length }) => length,
    });
    for (const value of ['aa', 'bb', 'c', 'dddddd', 'e']) await queue.push(value, signal);
    queue.close();
    const left: string[] = [];
    for await (const value of queue) left.push(value);
    expect(left).toEqual(['e']);
    expect(queue.droppedCount).toBe(4);
  });

  it('weighs a value once', async () => {
    const weighed: string[] = [];
    const queue = new Queue<string>({
      limit: 4,
      policy: 'drop-oldest',
      weigh: (value) => weighed.push(value) && value.length,
    });
    for (const value of ['aaaa', 'bb', 'c']) await queue.push(value, signal);
    queue.close();
    expect(await drain(queue)).toEqual(['bb', 'c']);
    expect(weighed).toEqual(['aaaa', 'bb', 'c']);
  });

  it('lets held producers go when the consumer leaves', async () => {
    const queue = new Queue<number>({ limit: 1, policy: 'block' });
    await queue.push(1, signal);
    const held = queue.push(2, signal);
    for await (const value of queue) {
      expect(value).toBe(1);
      break;
    }
    await held;
    expect(queue.size).toBe(0);
  });
});
