import { describe, expect, it } from 'vitest';
import { EngineError, RequestError } from '../../../src/core/errors.ts';
import { silentLogger } from '../../../src/core/log.ts';
import { Attempts } from '../../../src/engines/failover.ts';
import { candidate } from '../../support/engines/candidate.ts';
import { noAbort } from '../../support/streams.ts';

const failed = new EngineError('ENGINE_FAILED', 'the model failed');

function places(...isUp: readonly boolean[]) {
  const candidates = isUp.map((up, index) => candidate(`place ${index}`, index, up));
  return { candidates, parts: { candidates, log: silentLogger } };
}

describe('attempts', () => {
  it('go to the first one that is up', async () => {
    const { parts } = places(false, true, true);
    expect((await new Attempts(parts).next(noAbort)).engine).toBe(1);
  });

  it('prefer one that knows what is asked', async () => {
    const { parts } = places(true, true);
    expect((await new Attempts(parts, (engine) => engine === 1).next(noAbort)).engine).toBe(1);
    expect((await new Attempts(parts, () => false).next(noAbort)).engine).toBe(0);
  });

  it('go on after a failure of an engine, each once while it is up', async () => {
    const { parts } = places(true, true);
    const attempts = new Attempts(parts);
    const first = await attempts.next(noAbort);
    expect(attempts.goesOn(first, failed)).toBe(true);
    const second = await attempts.next(noAbort);
    expect([first.engine, second.engine]).toEqual([0, 1]);
    expect(attempts.goesOn(second, failed)).toBe(false);
  });

  it('end with a request that is wrong everywhere, a mistake of ours, or the end of the program', async () => {
    const { parts } = places(true, true);
    const attempts = new Attempts(parts);
    const first = await attempts.next(noAbort);
    for (const error of [
      new RequestError('REQUEST_INVALID', 'no such thing'),
      new TypeError('a mistake'),
      new EngineError('SHUTTING_DOWN', 'the program ends'),
    ])
      expect(attempts.goesOn(first, error)).toBe(false);
  });

  it('wait for the first one that comes up, and try a lost one again when it is back', async () => {
    const { parts, candidates } = places(true);
    const attempts = new Attempts(parts);
    const first = await attempts.next(noAbort);
    candidates[0]?.up.set(false);
    expect(attempts.goesOn(first, failed)).toBe(true);
    const waiting = attempts.next(noAbort);
    candidates[0]?.up.set(true);
    expect((await waiting).engine).toBe(0);
  });

  it('end with the reason of an abort while they wait', async () => {
    const { parts } = places(false, false);
    const reason = new Error('the person left');
    const left = new AbortController();
    const waiting = expect(new Attempts(parts).next(left.signal)).rejects.toBe(reason);
    left.abort(reason);
    await waiting;
  });

  it('are bounded for one that is lost again and again', async () => {
    const { parts, candidates } = places(true);
    const attempts = new Attempts(parts);
    const tries: boolean[] = [];
    for (let round = 0; round < 3 && tries.at(-1) !== false; round += 1) {
      const place = await attempts.next(noAbort);
      candidates[0]?.up.set(false);
      tries.push(attempts.goesOn(place, failed));
      candidates[0]?.up.set(true);
    }
    expect(tries).toEqual([true, false]);
  });
});
