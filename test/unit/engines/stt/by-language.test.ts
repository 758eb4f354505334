import { describe, expect, it } from 'vitest';
import { byLanguage, matchLanguage } from '../../../../src/engines/stt/by-language.ts';
import type { SttEngine } from '../../../../src/engines/stt/engine.ts';
import { audioOf, collect, noAbort } from '../../../support/streams.ts';

type Recorded = SttEngine & { readonly hints: unknown[]; readonly isClosed: () => boolean };

/** An engine that answers with its own name. */
function engine(name: string, ...languages: string[]): Recorded {
  const hints: unknown[] = [];
  let closed = false;
  return {
    languages,
    hints,
    isClosed: () => closed,
    async *transcribe(_audio, { language = '' }) {
      yield { kind: 'final', text: name, language };
    },
    async useHints(given) {
      hints.push(given);
    },
    async [Symbol.asyncDispose]() {
      closed = true;
    },
  };
}

describe('byLanguage', () => {
  const english = engine('english', 'en');
  const other = engine('other', 'de', 'fr');
  const both = byLanguage([english, other]);
  const ask = (language?: string) =>
    collect(
      both.transcribe(audioOf(new Int16Array(10)), {
        ...(language !== undefined && { language }),
        signal: noAbort,
      }),
    );

  it('offers every language, the first model first', () => {
    expect(both.languages).toEqual(['en', 'de', 'fr']);
  });

  it.each([
    [undefined, 'english', 'en'],
    ['en-GB', 'english', 'en'],
    ['de_DE', 'other', 'de'],
    ['FR', 'other', 'fr'],
  ])('sends %s to %s', async (language, text, tag) => {
    expect(await ask(language)).toEqual([{ kind: 'final', text, language: tag }]);
  });

  it('names the nearest language when none fits', async () => {
    await expect(ask('dd')).rejects.toMatchObject({
      code: 'REQUEST_LANGUAGE_UNKNOWN',
      message: expect.stringContaining('"de"'),
    });
  });

  it('gives hints to all models and closes all', async () => {
    const hints = { names: ['Kitchen'], terms: [] };
    await both.useHints(hints, { signal: noAbort });
    expect([english.hints, other.hints]).toEqual([[hints], [hints]]);
    await both[Symbol.asyncDispose]();
    expect([english.isClosed(), other.isClosed()]).toEqual([true, true]);
  });
});

describe('matchLanguage', () => {
  it('prefers the exact tag', () => {
    expect(matchLanguage('pt-BR', ['pt', 'pt-BR'])).toBe('pt-BR');
    expect(matchLanguage('xx', ['pt'])).toBeUndefined();
  });
});
