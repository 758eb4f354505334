import type { ModelInfo } from '@anthropic-ai/sdk/resources/models';
import { describe, expect, it } from 'vitest';
import { quietOf } from '../../../../../src/engines/llm/anthropic/thinking.ts';

const can = (supported: boolean) => ({ supported });

/** The parts of a model's capabilities that are read. */
const model = (types: Readonly<Record<string, boolean>>, { thinks = true, lowEffort = true } = {}) => {
  const capabilities = {
    thinking: {
      supported: thinks,
      types: Object.fromEntries(Object.entries(types).map(([name, value]) => [name, can(value)])),
    },
    effort: { supported: lowEffort, low: can(lowEffort) },
  };
  return { capabilities } as unknown as Pick<ModelInfo, 'capabilities'>;
};

describe('quietOf', () => {
  it.each([
    [
      'turns thoughts off',
      model({ disabled: true, between_tools: true }),
      { thinking: { type: 'disabled' } },
    ],
    [
      'leaves notes between tools',
      model({ disabled: false, between_tools: true }),
      { thinking: { type: 'between_tools' } },
    ],
    ['thinks little', model({ disabled: false, between_tools: false }), { output_config: { effort: 'low' } }],
    ['asks for nothing a model does not take', model({ disabled: false }, { lowEffort: false }), {}],
    ['asks nothing of a model that does not think', model({ disabled: true }, { thinks: false }), {}],
    ['asks nothing of a model of which nothing is told', { capabilities: null }, {}],
  ])('%s', (_, told, fields) => {
    const { thoughtTokens, ...quiet } = quietOf(told);
    expect(quiet).toEqual(fields);
    expect(thoughtTokens).toBeGreaterThanOrEqual(0);
  });

  it('makes room for thoughts only where there are some', () => {
    expect(quietOf(model({ disabled: true })).thoughtTokens).toBe(0);
    expect(quietOf(model({ disabled: false })).thoughtTokens).toBeGreaterThan(1_000);
  });

  it('takes a list of models that tells less', () => {
    const older = { capabilities: {} } as unknown as Pick<ModelInfo, 'capabilities'>;
    expect(quietOf(older)).toEqual({ thoughtTokens: 0 });
  });
});
