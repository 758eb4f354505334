import { describe, expect, it } from 'vitest';
import { rehearse } from '../../../../src/app/agent/rehearsal.ts';
import { demoModel } from '../../../../src/home/demo/demo-model.ts';
import type { HomeModel } from '../../../../src/home/model/home-model.ts';

function rehearsed(first: HomeModel) {
  let model = first;
  const listeners = new Set<(model: HomeModel) => void>();
  const read: { readonly sentence: string; readonly model: HomeModel }[] = [];
  const stop = new AbortController();
  let running: Promise<void> = Promise.resolve();
  rehearse(
    {
      model: () => model,
      ready: async () => undefined,
      watch: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    {
      read: (sentence, of) => read.push({ sentence, model: of }),
      background: { run: (_, work) => void (running = work(stop.signal)) },
    },
  );
  return {
    read,
    /** Settles when so many were read. */
    until: async (count: number) => {
      while (read.length < count) await new Promise((resolve) => setImmediate(resolve));
    },
    become: (other: HomeModel) => {
      model = other;
      for (const listener of listeners) listener(other);
    },
    end: async () => {
      stop.abort(new Error('enough'));
      await running;
    },
    listeners,
  };
}

describe('rehearse', () => {
  it('has sentences with the names of the home read, and looks through other devices once they are there', async () => {
    const model = demoModel();
    const rehearsal = rehearsed(model);
    await rehearsal.until(120);
    const names = [...model.entities.values()].map(({ name }) => name);
    expect(rehearsal.read[0]?.sentence).toBe(`turn on the ${names[0]}`);
    const before = rehearsal.read.length;
    rehearsal.become({ ...model, version: model.version + 1 });
    const other = { ...model, entities: new Map(model.entities) };
    rehearsal.become(other);
    await rehearsal.until(before + 1);
    expect(rehearsal.read.slice(before).map((one) => one.model)).toEqual([other]);
    await expect(rehearsal.end()).rejects.toThrow('enough');
    expect(rehearsal.listeners.size).toBe(0);
  });

  it('reads also where there is no device', async () => {
    const rehearsal = rehearsed({ ...demoModel(), entities: new Map() });
    await rehearsal.until(120);
    expect(rehearsal.read.every(({ sentence }) => !sentence.includes('undefined'))).toBe(true);
    await expect(rehearsal.end()).rejects.toThrow();
  });
});
