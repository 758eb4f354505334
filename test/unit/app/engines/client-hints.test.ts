import { describe, expect, it } from 'vitest';
import { takeClientHints } from '../../../../src/app/engines/client-hints.ts';
import { Background } from '../../../../src/core/background.ts';
import { silentLogger } from '../../../../src/core/log.ts';
import type { SpeechHints } from '../../../../src/engines/stt/engine.ts';
import { directEngines } from '../../../support/engines/direct-engines.ts';

describe('hints of clients', () => {
  it('reach the engine when they change, not with every sentence', async () => {
    const given: SpeechHints[] = [];
    const { stt } = await directEngines();
    const background = new Background(silentLogger);
    const take = takeClientHints({ ...stt, useHints: async (hints) => void given.push(hints) }, background);
    const kitchen = { names: ['kitchen'], terms: [] };
    const cellar = { names: ['cellar'], terms: [] };
    for (const hints of [kitchen, kitchen, cellar, cellar, kitchen]) take(hints);
    await background[Symbol.asyncDispose]();
    expect(given).toEqual([kitchen, cellar, kitchen]);
  });
});
