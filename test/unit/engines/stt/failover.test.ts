import { describe, expect, it } from 'vitest';
import { EngineError, RequestError } from '../../../../src/core/errors.ts';
import { silentLogger } from '../../../../src/core/log.ts';
import type { SttEngine } from '../../../../src/engines/stt/engine.ts';
import { failoverStt } from '../../../../src/engines/stt/failover.ts';
import { candidate } from '../../../support/engines/candidate.ts';
import { directEngines } from '../../../support/engines/direct-engines.ts';
import { audioOf, collect, noAbort, silentMicrophone } from '../../../support/streams.ts';

const tone = new Int16Array(32_000).fill(1_000);

/** Hears so many chunks, then fails. */
const dying = (chunks: number, error: Error, languages = ['en', 'de']): SttEngine => ({
  languages,
  async *transcribe(audio) {
    let left = chunks;
    for await (const samples of audio) {
      yield { kind: 'partial', text: `${samples.length} samples` };
      left -= 1;
      if (left === 0) throw error;
    }
    throw error;
  },
  useHints: async () => undefined,
  [Symbol.asyncDispose]: async () => undefined,
});

const lost = new EngineError('WORKER_UNREACHABLE', 'gone', { retryable: true });

async function failover(first: SttEngine) {
  const { stt } = await directEngines();
  const candidates = [candidate('worker', first), candidate('local', stt)];
  return { engine: failoverStt({ candidates, log: silentLogger }), candidates };
}

describe('speech to text with a second place', () => {
  it.each([1, 7, 20, 99])(
    'hears the whole sentence again when the first one is lost after %i chunks',
    async (chunks) => {
      const { engine } = await failover(dying(chunks, lost));
      const parts = await collect(engine.transcribe(audioOf(tone), { signal: noAbort }));
      expect(parts.at(-1)).toMatchObject({ kind: 'final', text: '32000 samples' });
      expect(parts.filter(({ kind }) => kind === 'final')).toHaveLength(1);
    },
  );

  it('does not touch the first one while it is down', async () => {
    const { engine, candidates } = await failover(dying(1, new Error('must not be asked')));
    candidates[0]?.up.set(false);
    const parts = await collect(engine.transcribe(audioOf(tone), { signal: noAbort }));
    expect(parts.at(-1)).toMatchObject({ text: '32000 samples' });
  });

  it('hands a wrong request back at once', async () => {
    const { engine } = await failover(dying(1, new RequestError('REQUEST_INVALID', 'no')));
    await expect(collect(engine.transcribe(audioOf(tone), { signal: noAbort }))).rejects.toThrow('no');
  });

  it('serves the languages of all, each by one that knows it', async () => {
    const { engine } = await failover(dying(1, new Error('knows no German'), ['fr']));
    expect(engine.languages).toEqual(['fr', 'en', 'de']);
    const parts = await collect(engine.transcribe(audioOf(tone), { language: 'de-AT', signal: noAbort }));
    expect(parts.at(-1)).toMatchObject({ text: '32000 samples', language: 'de' });
  });

  it('fails with the failure of its audio, not with a repetition', async () => {
    const { stt } = await directEngines();
    const engine = failoverStt({
      candidates: [candidate('one', stt), candidate('two', stt)],
      log: silentLogger,
    });
    const broken = (async function* () {
      yield tone;
      throw new Error('microphone unplugged');
    })();
    await expect(collect(engine.transcribe(broken, { signal: noAbort }))).rejects.toThrow('unplugged');
  });

  it('ends with the reason of an abort while nobody speaks', async () => {
    const { stt } = await directEngines();
    const engine = failoverStt({
      candidates: [candidate('one', stt), candidate('two', stt)],
      log: silentLogger,
    });
    const left = new AbortController();
    const reason = new Error('the person left');
    const hearing = collect(engine.transcribe(silentMicrophone(left.signal), { signal: left.signal }));
    const ended = expect(hearing).rejects.toBe(reason);
    left.abort(reason);
    await ended;
  });
});
