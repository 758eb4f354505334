import { describe, expect, it } from 'vitest';
import { LanguageModelError } from '../../../src/core/errors.ts';
import {
  judgeLanguageModels,
  judgeLooks,
  type LanguageModelMeasurement,
} from '../../../src/doctor/language-model.ts';

const good: LanguageModelMeasurement = {
  name: 'ollama/qwen3:8b',
  isCloud: false,
  windowTokens: 8_192,
  facts: { contextTokens: 40_960, canCallTools: true, isListed: true },
  firstWordMs: { cold: 2_400, warm: 300 },
  tool: 'called',
  offered: [],
  fault: null,
};

const findings = (changes: Partial<LanguageModelMeasurement>) =>
  judgeLanguageModels([{ ...good, ...changes }]).filter(({ verdict }) => verdict !== 'ok');

describe('judgeLanguageModels', () => {
  it('has nothing to change where all is well', () => {
    expect(findings({})).toEqual([]);
  });

  it('tells what leaves the house', () => {
    const [first] = judgeLanguageModels([{ ...good, isCloud: true }]);
    expect(first?.message).toContain('leaves the house');
  });

  it.each([
    [
      'a slow first word',
      { firstWordMs: { cold: 9_000, warm: 4_000 } },
      'warning',
      /4000 ms/u,
      /smaller model/u,
    ],
    [
      'a window larger than the model',
      { windowTokens: 65_536 },
      'warning',
      /the model has 40960/u,
      /40960 or less/u,
    ],
    ['a short window', { windowTokens: 4_096 }, 'warning', /short for tools/u, /set context_tokens to 8192/u],
    ['a model that calls no tool', { tool: 'not-called' }, 'problem', /called no tool/u, /made for calling/u],
    ['a wrong call', { tool: 'called-wrongly' }, 'warning', /wrong name or input/u, /made for calling/u],
  ] as const)('tells %s', (_, changes, verdict, message, fix) => {
    const expected = { verdict, message: expect.stringMatching(message), fix: expect.stringMatching(fix) };
    expect(findings(changes)).toMatchObject([expected]);
  });

  it('tells a model that can only read little', () => {
    const facts = { contextTokens: 2_048, canCallTools: null, isListed: true };
    expect(findings({ windowTokens: null, facts })).toMatchObject([
      { fix: 'choose a model with a longer window' },
    ]);
  });

  it('tells a model that can not call tools, and one that the list does not name', () => {
    const facts = { contextTokens: null, canCallTools: false, isListed: false };
    expect(findings({ facts, tool: null })).toMatchObject([
      { verdict: 'warning', message: expect.stringContaining('no such model') },
      { verdict: 'problem', message: expect.stringContaining('can not call tools') },
    ]);
  });

  it.each(['LLM_UNREACHABLE', 'LLM_REFUSED', 'LLM_LIMITED', 'LLM_TIMEOUT', 'LLM_FAILED'] as const)(
    'says what to do about %s',
    (code) => {
      const fault = new LanguageModelError(code, 'it went wrong');
      const [finding] = findings({ facts: null, firstWordMs: null, tool: null, fault });
      expect(finding).toMatchObject({ verdict: 'problem', message: 'it went wrong' });
      expect(finding?.fix).toMatch(/\w/u);
    },
  );

  it('names what the provider has instead of a wrong name', () => {
    const fault = new LanguageModelError('LLM_REFUSED', 'there is no model');
    const [finding] = findings({ fault, offered: ['qwen3:8b', 'gemma3:4b'] });
    expect(finding?.fix).toContain('it has qwen3:8b, gemma3:4b');
  });

  it('asks each only whether it is there, and says where one stands in for another', () => {
    const facts = { contextTokens: 40_960, canCallTools: true, isListed: true };
    const well = { name: 'ollama/qwen3:8b', isCloud: false, facts, fault: null };
    const away = {
      ...well,
      facts: null,
      fault: new LanguageModelError('LLM_UNREACHABLE', 'nothing answers'),
    };
    expect(judgeLooks([])).toEqual([]);
    expect(judgeLooks([well])).toMatchObject([{ verdict: 'ok' }]);
    expect(judgeLooks([well, away])).toMatchObject([{ verdict: 'ok' }, { verdict: 'warning' }]);
    expect(judgeLooks([away])).toMatchObject([{ verdict: 'problem', fix: expect.stringMatching(/start/u) }]);
    const mute = { ...well, facts: { ...facts, canCallTools: false } };
    expect(judgeLooks([mute])).toMatchObject([{ verdict: 'problem' }]);
  });

  it('has no problem where none is configured', () => {
    expect(judgeLanguageModels([])).toMatchObject([{ verdict: 'ok' }]);
  });
});
