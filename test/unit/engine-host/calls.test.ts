import { describe, expect, it } from 'vitest';
import { isAborted } from '../../../src/core/abort.ts';
import { EngineError } from '../../../src/core/errors.ts';
import { Caller } from '../../../src/engine-host/caller.ts';
import { maxCalls, streamWindow } from '../../../src/engine-host/messages.ts';
import { CallServer } from '../../../src/engine-host/serve-calls.ts';
import type { Method } from '../../../src/engine-host/serve-calls.ts';
import type { CallMessage } from '../../../src/engine-host/messages.ts';
import { collect, noAbort } from '../../support/streams.ts';

/** A caller and a server joined by a channel that copies, as a process border does. */
function linked(methods: Record<string, Method>) {
  const sent: CallMessage[] = [];
  const flags = new Set<number>();
  const caller: Caller = new Caller((message) => {
    sent.push(message);
    if (message.type === 'cancel') flags.add(message.id);
    if (message.type === 'call') flags.delete(message.id);
    queueMicrotask(() => server.receive(structuredClone(message)));
  });
  const server = new CallServer({
    methods,
    post: (reply) => queueMicrotask(() => caller.receive(structuredClone(reply))),
    isCancelled: (id) => flags.has(id),
  });
  return { caller, server, sent };
}

async function* count(to: number): AsyncGenerator<number, void> {
  for (let n = 0; n < to; n += 1) yield n;
}

describe('a call across the border', () => {
  it('hands arguments, inputs and outputs over in order, more than fit on the way at once', async () => {
    const { caller } = linked({
      async *double({ args, input }) {
        yield args;
        for await (const value of input) yield Number(value) * 2;
      },
    });
    const outputs = await collect(
      caller.invoke({ method: 'double', args: 'first', input: count(500), signal: noAbort }),
    );
    expect(outputs).toEqual(['first', ...Array.from({ length: 500 }, (_, n) => n * 2)]);
  });

  it('never has more inputs under way than the window', async () => {
    let taken = 0;
    const { caller } = linked({
      async *wait({ signal }) {
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        yield 'never';
      },
    });
    const input = (async function* () {
      for (;;) {
        taken += 1;
        yield taken;
      }
    })();
    const controller = new AbortController();
    const call = collect(caller.invoke({ method: 'wait', args: {}, input, signal: controller.signal }));
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort(new Error('enough'));
    await expect(call).rejects.toThrow('enough');
    // One more was taken and waits for credit.
    expect(taken).toBe(streamWindow + 1);
  });

  it('never has more outputs under way than the window', async () => {
    let made = 0;
    const { caller } = linked({
      async *pour() {
        for (;;) {
          made += 1;
          yield made;
        }
      },
    });
    const outputs = caller.invoke({ method: 'pour', args: {}, signal: noAbort });
    await outputs.next();
    await new Promise((resolve) => setImmediate(resolve));
    expect(made).toBe(streamWindow + 1);
    await outputs.return();
    await caller.idle();
  });

  it('cancels the method when the iteration is left, by event and by flag', async () => {
    const seen: boolean[] = [];
    const { caller } = linked({
      async *pour({ signal }) {
        try {
          for (;;) yield 1;
        } finally {
          seen.push(signal.aborted, isAborted(signal));
        }
      },
    });
    for await (const _ of caller.invoke({ method: 'pour', args: {}, signal: noAbort })) break;
    await caller.idle();
    expect(seen).toEqual([true, true]);
  });

  it('wakes a method that waits for input when the call is cancelled', async () => {
    const { caller } = linked({
      async *listen({ input }) {
        for await (const value of input) yield value;
      },
    });
    const controller = new AbortController();
    const input = (async function* () {
      yield 1;
      await new Promise(() => undefined);
    })();
    const call = caller.invoke({ method: 'listen', args: {}, input, signal: controller.signal });
    await call.next();
    controller.abort(new Error('hung up'));
    await expect(call.next()).rejects.toThrow('hung up');
    await caller.idle();
  });

  it('ends with the error of the method', async () => {
    const { caller } = linked({
      // oxlint-disable-next-line require-yield
      async *fail() {
        throw new EngineError('ENGINE_FAILED', 'broken');
      },
    });
    await expect(collect(caller.invoke({ method: 'fail', args: {}, signal: noAbort }))).rejects.toThrow(
      'broken',
    );
    await expect(collect(caller.invoke({ method: 'nope', args: {}, signal: noAbort }))).rejects.toMatchObject(
      {
        code: 'BUG',
      },
    );
  });

  it('ends with the error of its input, and the method with a cancellation', async () => {
    const { caller } = linked({
      async *listen({ input }) {
        for await (const value of input) yield value;
      },
    });
    const input = (async function* () {
      yield 1;
      throw new Error('unplugged');
    })();
    await expect(
      collect(caller.invoke({ method: 'listen', args: {}, input, signal: noAbort })),
    ).rejects.toThrow('unplugged');
    await caller.idle();
  });

  it('uses the id of an ended call again, and refuses calls when all are taken', async () => {
    const { caller, sent } = linked({
      async *hold({ signal }) {
        yield 1;
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
      },
    });
    const calls = Array.from({ length: maxCalls }, () =>
      caller.invoke({ method: 'hold', args: {}, signal: noAbort }),
    );
    await Promise.all(calls.map((call) => call.next()));
    const refused = caller.invoke({ method: 'hold', args: {}, signal: noAbort });
    await expect(refused.next()).rejects.toMatchObject({ code: 'ENGINE_OVERLOADED', retryable: true });
    await Promise.all(calls.map((call) => call.return()));
    await caller.idle();
    await caller.invoke({ method: 'hold', args: {}, signal: noAbort }).next();
    const ids = sent.filter(({ type }) => type === 'call').map(({ id }) => id);
    expect(new Set(ids).size).toBe(maxCalls);
  });

  it('ends every call when the host is gone, later ones at once', async () => {
    const { caller } = linked({
      async *hold({ signal }) {
        yield 1;
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
      },
    });
    const call = caller.invoke({ method: 'hold', args: {}, signal: noAbort });
    await call.next();
    const next = call.next();
    caller.fail(new EngineError('ENGINE_CRASHED', 'gone', { retryable: true }));
    await expect(next).rejects.toMatchObject({ code: 'ENGINE_CRASHED' });
    await expect(caller.invoke({ method: 'hold', args: {}, signal: noAbort }).next()).rejects.toThrow('gone');
  });
});
