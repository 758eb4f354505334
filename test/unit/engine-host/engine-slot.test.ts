import { afterEach, describe, expect, it, vi } from 'vitest';
import { EngineError } from '../../../src/core/errors.ts';
import { Caller } from '../../../src/engine-host/caller.ts';
import { EngineSlot } from '../../../src/engine-host/engine-slot.ts';
import { CallServer } from '../../../src/engine-host/serve-calls.ts';
import { sttDescriptionSchema } from '../../../src/engine-host/wire-values.ts';
import { noAbort } from '../../support/streams.ts';

/** A caller whose engine remembers what it was told. */
function instance(told: unknown[]): Caller {
  const caller: Caller = new Caller((message) => server.receive(message));
  const server = new CallServer({
    methods: {
      // oxlint-disable-next-line require-yield
      async *useHints({ args }) {
        if (args === 'bad') throw new EngineError('ENGINE_FAILED', 'bad hints');
        told.push(args);
      },
    },
    post: (reply) => caller.receive(reply),
    isCancelled: () => false,
  });
  return caller;
}

const description = { languages: ['en'] };
const newSlot = () => new EngineSlot('stt', sttDescriptionSchema);

describe('EngineSlot', () => {
  afterEach(() => void vi.useRealTimers());

  it('tells whoever has waited long enough that the engine is still being loaded', async () => {
    vi.useFakeTimers();
    const slot = newSlot();
    slot.status.set({ state: 'loading' });
    const waiting = expect(slot.usable(noAbort)).rejects.toMatchObject({
      code: 'ENGINE_LOADING',
      retryable: true,
    });
    await vi.advanceTimersByTimeAsync(10_000);
    await waiting;
  });

  it('lets a call wait until the engine is ready', async () => {
    const slot = newSlot();
    slot.status.set({ state: 'loading' });
    const waiting = slot.usable(noAbort);
    const caller = instance([]);
    await slot.serve(caller, description, noAbort);
    expect(await waiting).toBe(caller);
    expect(slot.description).toEqual(description);
  });

  it('refuses a call when the engine can not be loaded, with every reason', async () => {
    const slot = newSlot();
    slot.status.set({ state: 'loading' });
    slot.refused = [{ modelId: 'ear', reason: 'model ear ended the host twice' }];
    const waiting = slot.usable(noAbort);
    slot.fail(new EngineError('MODEL_NOT_INSTALLED', 'no model is installed'));
    await expect(waiting).rejects.toMatchObject({
      code: 'MODEL_NOT_INSTALLED',
      message: 'model ear ended the host twice; no model is installed',
    });
  });

  it('refuses a call when there is nothing to load, and gives up with its signal', async () => {
    const slot = newSlot();
    await expect(slot.usable(noAbort)).rejects.toMatchObject({ code: 'MODEL_NOT_INSTALLED' });
    slot.status.set({ state: 'loading' });
    await expect(slot.usable(AbortSignal.abort(new Error('hung up')))).rejects.toThrow('hung up');
  });

  it('says a setting again to the next instance, the newest only, and none that was refused', async () => {
    const slot = newSlot();
    const first: unknown[] = [];
    await slot.serve(instance(first), description, noAbort);
    await slot.set('useHints', 'one', noAbort);
    await slot.set('useHints', 'two', noAbort);
    await expect(slot.set('useHints', 'bad', noAbort)).rejects.toThrow('bad hints');
    const second: unknown[] = [];
    await slot.serve(instance(second), description, noAbort);
    expect(first).toEqual(['one', 'two']);
    expect(second).toEqual(['two']);
  });

  it('sets again what a crash interrupted, as soon as the engine is back', async () => {
    const slot = newSlot();
    const crashed = instance([]);
    await slot.serve(crashed, description, noAbort);
    const setting = slot.set('useHints', 'one', noAbort);
    slot.lose(crashed);
    crashed.fail(new EngineError('ENGINE_CRASHED', 'gone', { retryable: true }));
    expect(slot.status.value.state).toBe('loading');
    const told: unknown[] = [];
    await slot.serve(instance(told), description, noAbort);
    await setting;
    expect(told).toEqual(['one']);
  });
});
