import { describe, expect, it } from 'vitest';
import { createJudge } from '../../../../src/app/foresight/endpointing.ts';
import { RecentDialogue } from '../../../../src/app/foresight/recent-dialogue.ts';
import { memoryStores } from '../../../../src/app/data/stores.ts';
import type { Dialogue } from '../../../../src/agent/dialogue/dialogue.ts';
import type { Completeness } from '../../../../src/agent/understand/completeness.ts';
import { demoModel } from '../../../support/home/demo-model.ts';
import { dialogueOf } from '../../../support/agent/dialogue.ts';

const clock = { now: () => 0, monotonicMs: () => 0 };
const model = demoModel();

async function judgeAfter(
  dialogue?: Partial<Dialogue>,
  timerCount = 1,
): Promise<(text: string) => Completeness> {
  const recent = new RecentDialogue(clock);
  const { dialogues } = recent.watched(memoryStores(clock));
  if (dialogue) await dialogues.save({ ...dialogueOf('c'), updatedAtMs: 0, ...dialogue });
  const home = { model: () => model, status: () => 'connected' as const };
  const judge = createJudge({ home, recent, timerCount: () => timerCount });
  return (text) => judge({ text, language: 'en' });
}

describe('createJudge', () => {
  it.each([
    'Turn on the kitchen lights',
    'Lock the front door',
    'Is the front door locked',
    'Set the bed light to twenty percent',
    'Turn off the lights in here',
    'Turn off all the lights in the office',
    'Cancel the timer',
    'Close the sliding door please',
    'Turn on the lights in the kitchen',
    'Turn up the living room volume by twenty percent',
    'Add five minutes to the timer',
    'Set the kitchen lights to maximum',
  ])('knows that nothing usual follows "%s"', async (text) => {
    expect((await judgeAfter())(text)).toBe('final');
  });

  it.each([
    'Turn on the lights',
    'Are the lights on',
    'Set the bed light to twenty',
    'Set a timer for five minutes',
    'Set a pizza timer for one hour',
    'Turn up the living room volume',
    'Dim the bed light',
    'What is the outside',
    'The bed light',
    'Add milk to my shopping',
    'Pause',
  ])('knows that "%s" could go on', async (text) => {
    expect((await judgeAfter())(text)).toBe('open');
  });

  it.each(['Turn on', 'Turn on the', 'Set the bed light to', 'Is the front door', 'Make me a sandwich'])(
    'takes "%s" for no command, or not yet',
    async (text) => {
      expect((await judgeAfter())(text)).toBe('incomplete');
    },
  );

  it('waits where a name is the beginning of another one of its kind', async () => {
    const named = [...model.entities.values()].find(({ domain }) => domain === 'light');
    const other = [...model.entities.values()].find((one) => one.domain === 'light' && one !== named);
    if (!named || !other) throw new Error('the demo home has two lights');
    const longer = { ...other, names: [`${named.name} strip`] };
    const entities = new Map([...model.entities, [other.entityId, longer]]);
    const grown = { ...model, entities };
    const home = { model: () => grown, status: () => 'connected' as const };
    const judge = createJudge({ home, recent: new RecentDialogue(clock) });
    expect(judge({ text: `Turn on the ${named.name}`, language: 'en' })).toBe('open');
    expect((await judgeAfter())(`Turn on the ${named.name}`)).toBe('final');
  });

  it('waits for which timer is meant where there are several, or nobody knows', async () => {
    const home = { model: () => model, status: () => 'connected' as const };
    const unknowing = createJudge({ home, recent: new RecentDialogue(clock) });
    expect(unknowing({ text: 'Cancel the timer', language: 'en' })).toBe('open');
    const amongTwo = await judgeAfter(undefined, 2);
    for (const text of ['Cancel the timer', 'How much time is left', 'Cancel all timers'])
      expect(amongTwo(text)).toBe('open');
    expect(amongTwo('Cancel the pizza timer')).toBe('final');
  });

  it('waits where the meant device has a longer name that was not said to its end', async () => {
    const [named] = [...model.entities.values()].filter(({ domain }) => domain === 'lock');
    if (!named) throw new Error('the demo home has a lock');
    const entities = new Map([...model.entities, [named.entityId, { ...named, names: ['Oak Gate Lock'] }]]);
    const home = { model: () => ({ ...model, entities }), status: () => 'connected' as const };
    const judge = createJudge({ home, recent: new RecentDialogue(clock), timerCount: () => 0 });
    expect(judge({ text: 'Lock the oak gate', language: 'en' })).toBe('open');
    expect(judge({ text: 'Lock the oak gate lock', language: 'en' })).toBe('final');
  });

  it('knows what "it" is from the conversation before', async () => {
    expect((await judgeAfter())('Turn it off again')).not.toBe('final');
    expect((await judgeAfter({ lastEntityIds: ['light.bed_light'] }))('Turn it off again')).toBe('final');
  });

  it('never knows a sentence of a language it does not parse', async () => {
    const home = { model: () => model, status: () => 'connected' as const };
    const judge = createJudge({ home, recent: new RecentDialogue(clock) });
    expect(judge({ text: 'Schalte das Licht ein', language: 'de-DE' })).toBe('incomplete');
    expect(judge({ text: 'Lock the front door', language: 'en-GB' })).toBe('final');
  });
});
