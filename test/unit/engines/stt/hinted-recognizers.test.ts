import { describe, expect, it } from 'vitest';
import { HintedRecognizers } from '../../../../src/engines/stt/hinted-recognizers.ts';
import { noAbort } from '../../../support/streams.ts';

/** A recogniser is the hints it was built with. */
function recognizers(options: { readonly minIntervalMs?: number; readonly maxPatienceMs?: number } = {}) {
  const built: string[] = [];
  const pool = new HintedRecognizers<string, string>({
    initial: '',
    build: (hints) => {
      built.push(hints);
      return hints;
    },
    isSame: (a, b) => a === b,
    clock: { now: () => 0, monotonicMs: () => 0 },
    minIntervalMs: 0,
    maxPatienceMs: 60_000,
    ...options,
  });
  return { pool, built };
}

describe('HintedRecognizers', () => {
  it('gives new transcriptions the newest hints and leaves running ones alone', async () => {
    const { pool } = recognizers({ maxPatienceMs: 0 });
    using running = pool.acquire();
    await pool.use('home', { signal: noAbort });
    using next = pool.acquire();
    expect([running.recognizer, next.recognizer]).toEqual(['', 'home']);
  });

  it('builds nothing for hints that are in force', async () => {
    const { pool, built } = recognizers();
    await pool.use('home', { signal: noAbort });
    await pool.use('home', { signal: noAbort });
    expect(built).toEqual(['', 'home']);
  });

  it('builds once for hints that come while others are prepared, and all settle with the newest', async () => {
    const { pool, built } = recognizers();
    const lease = pool.acquire();
    const all = ['a', 'b', 'c'].map((hints) => pool.use(hints, { signal: noAbort }));
    lease[Symbol.dispose]();
    await Promise.all(all);
    expect(built).toEqual(['', 'c']);
    expect(pool.acquire().recognizer).toBe('c');
  });

  it('waits for silence before it blocks the thread', async () => {
    const { pool, built } = recognizers();
    const lease = pool.acquire();
    const used = pool.use('home', { signal: noAbort });
    await Promise.resolve();
    expect(built).toEqual(['']);
    lease[Symbol.dispose]();
    await used;
    expect(built).toEqual(['', 'home']);
  });

  it('never has more than two in use', async () => {
    const { pool, built } = recognizers({ maxPatienceMs: 0 });
    const first = pool.acquire();
    await pool.use('a', { signal: noAbort });
    const second = pool.acquire();
    const third = pool.use('b', { signal: noAbort });
    await new Promise((resolve) => setImmediate(resolve));
    expect(built).toEqual(['', 'a']);
    first[Symbol.dispose]();
    await third;
    expect([second.recognizer, pool.acquire().recognizer]).toEqual(['a', 'b']);
  });

  it('ends a wait with the reason of its signal, or when it is closed', async () => {
    const { pool } = recognizers({ minIntervalMs: 60_000 });
    await pool.use('a', { signal: noAbort });
    const aborted = new AbortController();
    const waiting = pool.use('b', { signal: aborted.signal });
    const other = pool.use('b', { signal: noAbort });
    aborted.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    pool.close();
    await expect(other).rejects.toThrow();
  });
});
