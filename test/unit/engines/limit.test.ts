import { describe, expect, it } from 'vitest';
import { Gate, limitTts } from '../../../src/engines/limit.ts';
import type { TtsEngine } from '../../../src/engines/tts/engine.ts';
import { collect, noAbort } from '../../support/streams.ts';

describe('Gate', () => {
  it('lets so many in, lets so many wait, and refuses the next', async () => {
    const gate = new Gate({ running: 1, waiting: 1 });
    const first = await gate.enter({ signal: noAbort });
    const second = gate.enter({ signal: noAbort });
    await expect(gate.enter({ signal: noAbort })).rejects.toMatchObject({
      code: 'ENGINE_OVERLOADED',
      retryable: true,
    });
    first[Symbol.dispose]();
    (await second)[Symbol.dispose]();
    (await gate.enter({ signal: noAbort }))[Symbol.dispose]();
  });

  it('lets the waiting in one by one, in their order', async () => {
    const gate = new Gate({ running: 1, waiting: 3 });
    const order: number[] = [];
    const first = await gate.enter({ signal: noAbort });
    const others = [1, 2, 3].map(async (number) => {
      using _place = await gate.enter({ signal: noAbort });
      order.push(number);
    });
    first[Symbol.dispose]();
    first[Symbol.dispose]();
    await Promise.all(others);
    expect(order).toEqual([1, 2, 3]);
  });

  it('gives the place of one who gave up to the next', async () => {
    const gate = new Gate({ running: 1, waiting: 2 });
    const first = await gate.enter({ signal: noAbort });
    const controller = new AbortController();
    const leaving = gate.enter({ signal: controller.signal });
    const staying = gate.enter({ signal: noAbort });
    controller.abort(new Error('hung up'));
    await expect(leaving).rejects.toThrow('hung up');
    first[Symbol.dispose]();
    (await staying)[Symbol.dispose]();
  });

  it('loses no place when one is let in and gives up at the same moment', async () => {
    const gate = new Gate({ running: 1, waiting: 1 });
    const first = await gate.enter({ signal: noAbort });
    const controller = new AbortController();
    const waiting = gate.enter({ signal: controller.signal });
    controller.abort(new Error('hung up'));
    first[Symbol.dispose]();
    await expect(waiting).rejects.toThrow('hung up');
    (await gate.enter({ signal: noAbort }))[Symbol.dispose]();
  });
});

describe('limitTts', () => {
  const engine: TtsEngine = {
    voices: [],
    async *speak(text) {
      if (text === 'fail') throw new Error('broken');
      yield { samples: new Int16Array(1), rateHz: 16_000 };
      yield { samples: new Int16Array(1), rateHz: 16_000 };
    },
    [Symbol.asyncDispose]: async () => undefined,
  };

  it('frees the place of a synthesis that ended, failed or was left', async () => {
    const limited = limitTts(engine, { running: 1, waiting: 0 });
    expect(await collect(limited.speak('one', { signal: noAbort }))).toHaveLength(2);
    await expect(collect(limited.speak('fail', { signal: noAbort }))).rejects.toThrow('broken');
    for await (const chunk of limited.speak('one', { signal: noAbort })) {
      expect(chunk.rateHz).toBe(16_000);
      break;
    }
    const running = limited.speak('one', { signal: noAbort })[Symbol.asyncIterator]();
    await running.next();
    await expect(collect(limited.speak('one', { signal: noAbort }))).rejects.toMatchObject({
      code: 'ENGINE_OVERLOADED',
    });
  });
});
