import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const grammar = loadGrammar('en');
const model = demoModel();
const minuteMs = 60_000;

function after(lastTimerId: string | null, text: string) {
  return understand(text, { model, areaId: null, lastEntityIds: [], lastTimerId }, grammar).plan;
}

describe('a timer that was just spoken of', () => {
  it.each([
    ['make it eight', 8],
    ['make it eight minutes', 8],
    ['actually set it to an hour', 60],
    ['no, 25', 25],
    ['sorry I meant 25 minutes', 25],
  ])('is given another length: %j', (text, minutes) => {
    expect(after('t', text)).toMatchObject({
      kind: 'timer',
      request: { do: 'set', lengthMs: minutes * minuteMs, timer: { timerId: 't' } },
    });
    expect(after(null, text).kind).not.toBe('timer');
  });

  it.each([
    ['cancel the other one', 'cancel'],
    ['pause the other timer', 'pause'],
    ['how long is left on the other one', 'status'],
  ])('is not meant by %j', (text, what) => {
    expect(after('t', text)).toMatchObject({
      kind: 'timer',
      request: { do: what, timer: { otherThan: 't' } },
    });
  });
});
