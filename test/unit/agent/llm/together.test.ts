import { describe, expect, it } from 'vitest';
import { answered } from '../../../../src/agent/dialogue/answer.ts';
import { Together } from '../../../../src/agent/llm/together.ts';
import type { OwnStep } from '../../../../src/agent/dialogue/resolve.ts';

const time: OwnStep = { kind: 'tell', what: 'time' };
const date: OwnStep = { kind: 'tell', what: 'date' };

function recorded() {
  const batches: (readonly OwnStep[])[] = [];
  const together = new Together(async (steps) => {
    batches.push(steps);
    return steps.map((step) => ({ ...answered, speech: step.kind === 'tell' ? step.what : '' }));
  });
  return { batches, together };
}

describe('steps of several tools', () => {
  it('are carried out in one go, in the order of the calls', async () => {
    const { batches, together } = recorded();
    const spoken = await together.run([
      async (carryOut) => {
        await new Promise((resolve) => setImmediate(resolve));
        return (await carryOut(time)).speech;
      },
      async (carryOut) => (await carryOut(date)).speech,
    ]);
    expect(batches).toEqual([[time, date]]);
    expect(spoken).toEqual(['time', 'date']);
  });

  it('do not wait for a tool that is finished, and a tool may have a second one', async () => {
    const { batches, together } = recorded();
    const spoken = await together.run([
      async () => 'read',
      async (carryOut) => `${(await carryOut(time)).speech} ${(await carryOut(date)).speech}`,
    ]);
    expect(batches).toEqual([[time], [date]]);
    expect(spoken).toEqual(['read', 'time date']);
  });

  it('fail for all of them when they can not be carried out', async () => {
    const together = new Together(async () => Promise.reject(new RangeError('gone')));
    const tried = together.run([
      async (carryOut) => await carryOut(time).catch(() => 'first'),
      async (carryOut) => await carryOut(date).catch(() => 'second'),
    ]);
    expect(await tried).toEqual(['first', 'second']);
  });
});
