/** Silence that is asked for: at once, for a time, or of the one who speaks. */
import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const situation = { model: demoModel(), areaId: 'living_room', lastEntityIds: [], lastWish: null };
const plan = (text: string) => understand(text, situation, loadGrammar('en')).plan;

const forLater: readonly (readonly [text: string, command: string])[] = [
  ["don't make a sound for twenty minutes", 'do not make a sound'],
  ["don't talk to me until I'm back", 'do not talk to me'],
  ['stop making noise until noon', 'stop making noise'],
  ['silence mode for another hour', 'silence mode'],
  ['silent mode three hours', 'silent mode'],
  ['keep the sound off for the rest of the night', 'keep the sound off'],
  ['stay muted while my mother sleeps', 'stay muted'],
  ['give me half an hour of silence', 'give me silence'],
  ['put on mute for ten minutes', 'put on mute'],
  ['play some jazz for an hour', 'play some jazz'],
  ['stop the music in a few minutes', 'stop the music'],
  ['we are in a meeting please do not speak for an hour', 'we are in a meeting please do not speak'],
];

describe('silence', () => {
  it.each(forLater)('is a command of its own in %j, with a time that can not be kept', (text, command) => {
    const asked = plan(text);
    expect(asked).toMatchObject({ kind: 'not-understood', why: 'for-later', later: { command } });
    expect(plan(command)).toMatchObject({ kind: 'act' });
  });

  it('is nothing to keep for later where it is what must not be', () => {
    for (const text of ["don't mute for an hour", 'do not stop the music until noon', "don't be quiet today"])
      expect(plan(text), text).toEqual({ kind: 'not-understood', why: 'negated' });
  });

  it('begins at once where it is for good', () => {
    expect(plan('from now on be silent')).toMatchObject({ kind: 'act', wish: { do: 'mute' } });
  });

  it('of the one who talks leaves the players alone', () => {
    for (const text of ['stop talking', 'please quit chatting', "don't speak any more", 'enough talking'])
      expect(plan(text), text).toMatchObject({ kind: 'never-mind' });
  });
});
