import { describe, expect, it } from 'vitest';
import { askPerson, takeDefaults } from '../../../../src/cli/setup/ask.ts';

function person(...answers: string[]) {
  const notes: string[] = [];
  const read = async (): Promise<string> => {
    const answer = answers.shift();
    if (answer === undefined) throw new Error('asked once more than answered');
    return answer;
  };
  return { ask: askPerson(read, { note: (line) => notes.push(line) }), notes };
}

describe('askPerson', () => {
  it('takes the default for an empty answer', async () => {
    const { ask } = person('', ' ', '');
    expect(await ask.text('Language', 'de')).toBe('de');
    expect(await ask.confirm('Sure?', true)).toBe(true);
    expect(await ask.choice('Which?', ['a', 'b'])).toBe(0);
  });

  it('asks again until the number is one of the list', async () => {
    const { ask, notes } = person('0', 'b', '2');
    expect(await ask.choice('Which?', ['a', 'b'])).toBe(1);
    expect(notes.filter((line) => line.startsWith('Please'))).toHaveLength(2);
  });

  it('takes no word but yes and no for a decision', async () => {
    const { ask } = person('maybe', 'NO');
    expect(await ask.confirm('Sure?', true)).toBe(false);
  });

  it('asks nobody in a script', async () => {
    expect(await takeDefaults.text('Language', 'de')).toBe('de');
    expect(await takeDefaults.confirm('Sure?', false)).toBe(false);
    expect(await takeDefaults.choice('Which?', ['a', 'b'])).toBe(0);
  });
});
