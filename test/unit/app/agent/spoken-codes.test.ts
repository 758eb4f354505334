import { describe, expect, it } from 'vitest';
import { memoryStores } from '../../../../src/app/data/stores.ts';
import { SpokenCodes } from '../../../../src/app/agent/spoken-codes.ts';
import type { AgentFact, StageFact, SttFact } from '../../../../src/turns/stage-fact.ts';
import { dialogueOf } from '../../../support/agent/dialogue.ts';
import { handClock } from '../../../support/hand-clock.ts';

const stage = { connectionId: 'x', remoteAddress: '127.0.0.1', startedAtMs: 0 };
const heard = (text: string): SttFact => ({
  ...stage,
  stage: 'stt',
  audioMs: 1,
  energyDb: -20,
  pii: { text, alternatives: [text] },
});
const answered = (text: string): AgentFact => ({
  ...stage,
  stage: 'agent',
  turnId: 't',
  durationMs: 1,
  language: 'en',
  pii: { text, speech: 'Done.' },
});

const asking = dialogueOf('c', {
  pending: {
    open: [
      {
        kind: 'confirm',
        wish: { do: 'unlock' },
        entityIds: ['lock.a'],
        about: { by: 'name', className: null, place: null, everywhere: false },
        reasons: ['less-safe', 'pin'],
      },
    ],
    askedOf: dialogueOf('c').speaker,
    path: 'local',
    askedCount: 1,
  },
});

describe('what is told of turns', () => {
  it('has nothing of what was said while a code is waited for', async () => {
    const clock = handClock();
    const codes = new SpokenCodes(clock);
    const told: StageFact[] = [];
    const report = codes.hiding((fact) => void told.push(fact));
    const { dialogues } = codes.watched(memoryStores(clock));
    report(heard('turn on the light'));
    expect(told[0]).toEqual(heard('turn on the light'));
    await dialogues.save(asking);
    report(heard('one two three'));
    report(answered('one two three'));
    expect(JSON.stringify(told.slice(1))).not.toContain('two');
    clock.advance(5 * 60_000);
    report(answered('turn on the light'));
    expect(told.at(-1)).toEqual(answered('turn on the light'));
  });

  it('has no row of digits at any time', () => {
    const told: StageFact[] = [];
    new SpokenCodes(handClock()).hiding((fact) => void told.push(fact))(heard('is it one two three four'));
    expect(JSON.stringify(told)).not.toContain('three');
  });
});
