import { describe, expect, it } from 'vitest';
import type { TurnOutcome } from '../../../../src/agent/agent.ts';
import { dialogueOf } from '../../../support/agent/dialogue.ts';
import { memoryDialogues, memoryTurns } from '../../../../src/agent/dialogue/memory-stores.ts';

function handClock() {
  let nowMs = 0;
  return { now: () => nowMs, monotonicMs: () => nowMs, advance: (ms: number) => (nowMs += ms) };
}
const outcome = (turnId: string): TurnOutcome => ({
  kind: 'outcome',
  turnId,
  speech: 'x',
  language: 'en',
  understood: true,
  continueConversation: false,
  changes: [],
  path: 'local',
});

describe('memory stores', () => {
  it('forget a dialogue after five minutes', async () => {
    const clock = handClock();
    const dialogues = memoryDialogues(clock);
    await dialogues.save(dialogueOf('c'));
    clock.advance(299_000);
    expect(await dialogues.load('c')).toBeDefined();
    clock.advance(2_000);
    expect(await dialogues.load('c')).toBeUndefined();
  });

  it('know a turn that began to act, until its outcome replaces that', async () => {
    const turns = memoryTurns(handClock());
    await turns.start('t');
    expect(await turns.find('t')).toEqual({ kind: 'started' });
    await turns.save(outcome('t'));
    expect(await turns.find('t')).toEqual(outcome('t'));
  });

  it('keep a bounded number of turns, the newest ones', async () => {
    const turns = memoryTurns(handClock());
    for (let index = 0; index < 1_200; index += 1) await turns.save(outcome(String(index)));
    expect(await turns.find('0')).toBeUndefined();
    expect(await turns.find('1199')).toBeDefined();
  });

  it('know all that is alive once the rest was recalled, but not while something alive had to be dropped', async () => {
    const clock = handClock();
    clock.advance(10 * 60_000);
    const turns = memoryTurns(clock);
    expect(turns.knowsAll()).toBe(false);
    turns.recall([
      { id: 'new', value: outcome('new'), atMs: clock.now() - 60_000 },
      { id: 'old', value: { kind: 'started' }, atMs: clock.now() - 9 * 60_000 },
    ]);
    expect(turns.knowsAll()).toBe(true);
    expect(await turns.find('old')).toEqual({ kind: 'started' });
    clock.advance(2 * 60_000);
    expect(await turns.find('old')).toBeUndefined();
    expect(await turns.find('new')).toEqual(outcome('new'));
    for (let index = 0; index < 1_000; index += 1) await turns.save(outcome(String(index)));
    expect(turns.knowsAll()).toBe(false);
    clock.advance(10 * 60_000);
    expect(turns.knowsAll()).toBe(true);
  });

  it('do not know all after what was alive was forgotten', async () => {
    const clock = handClock();
    const dialogues = memoryDialogues(clock);
    dialogues.recall([]);
    await dialogues.save(dialogueOf('c'));
    dialogues.clear();
    expect(dialogues.knowsAll()).toBe(false);
  });

  it('do not know all when the store had as many as fit here', () => {
    const clock = handClock();
    const turns = memoryTurns(clock);
    const rows = Array.from({ length: 1_000 }, (_, index) => ({
      id: String(index),
      value: { kind: 'started' } as const,
      atMs: 0,
    }));
    turns.recall(rows);
    expect(turns.knowsAll()).toBe(false);
    clock.advance(10 * 60_000);
    expect(turns.knowsAll()).toBe(true);
  });
});
