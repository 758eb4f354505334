import { describe, expect, it } from 'vitest';
import type { SttFact } from '../../../src/turns/stage-fact.ts';
import { TurnLog } from '../../../src/turns/turn-log.ts';

function handClock() {
  let nowMs = 0;
  return { now: () => nowMs, monotonicMs: () => nowMs, advance: (ms: number) => (nowMs += ms) };
}

const heard = (connectionId: string, startedAtMs: number): SttFact => ({
  stage: 'stt',
  connectionId,
  remoteAddress: '127.0.0.1',
  startedAtMs,
  audioMs: 1,
  energyDb: -20,
  pii: { text: connectionId },
});

describe('TurnLog', () => {
  it('gives the newest turn first, each with when it was reported', () => {
    const clock = handClock();
    const log = new TurnLog(clock);
    clock.advance(70);
    log.report(heard('a', 10));
    clock.advance(20);
    log.report(heard('b', 60));
    expect(log.turns()).toMatchObject([
      { id: 'b', stt: { endedAtMs: 90 } },
      { id: 'a', stt: { endedAtMs: 70 } },
    ]);
  });

  it('joins a stage that was reported after the list was read', () => {
    const clock = handClock();
    const log = new TurnLog(clock);
    log.report(heard('a', 0));
    expect(log.turns()).toHaveLength(1);
    const { stage: _, audioMs: __, energyDb: ___, ...times } = heard('b', 5);
    log.report({
      ...times,
      stage: 'agent',
      turnId: 't',
      durationMs: 1,
      language: 'en',
      pii: { text: 'a', speech: 'A.' },
    });
    expect(log.turns()).toMatchObject([{ id: 't', stt: { connectionId: 'a' } }]);
  });

  it('tells the agent what speech-to-text knew of a sentence, once', () => {
    const clock = handClock();
    const log = new TurnLog(clock);
    log.report({ ...heard('a', 0), confidence: 0.7, pii: { text: 'Lamp on', alternatives: ['Lamb on'] } });
    clock.advance(20);
    const sentence = { text: 'Lamp  on', remoteAddress: '::ffff:127.0.0.1' };
    expect(log.heard({ ...sentence, text: 'Lamp off' })).toBeUndefined();
    expect(log.heard({ ...sentence, remoteAddress: '192.0.2.9' })).toBeUndefined();
    expect(log.heard(sentence)).toMatchObject({ confidence: 0.7, pii: { alternatives: ['Lamb on'] } });
    expect(log.heard(sentence)).toBeUndefined();
  });

  it('knows nothing of a sentence that comes too late to be the spoken one', () => {
    const clock = handClock();
    const log = new TurnLog(clock);
    log.report(heard('a', 0));
    clock.advance(1_100);
    expect(log.heard({ text: 'a', remoteAddress: '127.0.0.1' })).toBeUndefined();
  });

  it('guesses between no two that said the same, and tells them apart when one is taken', () => {
    const clock = handClock();
    const log = new TurnLog(clock);
    const sentence = { text: 'stop', remoteAddress: '127.0.0.1' };
    const stop = (id: string) => log.report({ ...heard(id, 0), pii: { text: 'stop' } });
    stop('a');
    stop('b');
    expect(log.heard(sentence)).toBeUndefined();
    clock.advance(1_500);
    stop('c');
    expect(log.heard(sentence)?.connectionId).toBe('c');
    stop('d');
    expect(log.heard(sentence)?.connectionId).toBe('d');
  });

  it('keeps a bounded number of stages, the newest ones', () => {
    const log = new TurnLog(handClock());
    for (let index = 0; index < 1_100; index += 1) log.report(heard(String(index), index));
    const turns = log.turns();
    expect(turns).toHaveLength(1_000);
    expect(turns[0]?.id).toBe('1099');
  });
});
