import { describe, expect, it } from 'vitest';
import { serveLanguage } from '../../../src/services/language.ts';

describe('serveLanguage', () => {
  it.each([
    ['en-US', 'en-US'],
    ['en_us', 'en-US'],
    ['en-GB', 'en-US'],
    ['DE', 'de'],
    ['de-AT', 'de'],
    ['*', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('serves %s with %s', (asked, served) => {
    expect(serveLanguage(asked, ['en-US', 'de'])).toBe(served);
  });

  it('prefers the same tag over the first of the same language', () => {
    expect(serveLanguage('pt-BR', ['pt-PT', 'pt-BR'])).toBe('pt-BR');
  });

  it('refuses a language that nothing serves, naming the nearest', () => {
    expect(() => serveLanguage('dee', ['en', 'de'])).toThrow('did you mean "de"?');
  });

  it('leaves the choice to an engine that is still loading', () => {
    expect(serveLanguage('fr', [])).toBeUndefined();
  });
});
