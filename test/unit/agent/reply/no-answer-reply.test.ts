import { describe, expect, it } from 'vitest';
import { german } from '../../../../src/agent/reply/de/pack.ts';
import { english } from '../../../../src/agent/reply/en/pack.ts';
import { replyToUnclear } from '../../../../src/agent/reply/no-answer-reply.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const model = demoModel();
const reply = (said: string, pack = english): string =>
  replyToUnclear(
    { kind: 'unlinked', why: { kind: 'unknown-name', said }, wish: null, isQuestion: true },
    model,
    pack,
  );

describe('a device that the home does not have', () => {
  it('is told by its name', () => {
    expect(reply('lava lamp')).toBe("I don't know a device called lava lamp.");
  });

  it('is told by its kind, in the language that is spoken', () => {
    expect(reply('door')).toBe('I found no door for that.');
    expect(reply('door', german)).toBe('Dafür habe ich keine Tür gefunden.');
  });

  it.each(['off the last', 'bed light', 'shutters'])(
    'was none where the words are no such name: %j',
    (said) => {
      expect(reply(said)).toBe(english.notUnderstood);
    },
  );
});
