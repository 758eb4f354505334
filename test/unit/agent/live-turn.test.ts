import { describe, expect, it } from 'vitest';
import type { AgentPart, TurnOutcome } from '../../../src/agent/agent.ts';
import { LiveTurn } from '../../../src/agent/live-turn.ts';

const outcome: TurnOutcome = {
  kind: 'outcome',
  turnId: 't',
  speech: 'One. Two.',
  language: 'en',
  understood: true,
  continueConversation: false,
  changes: [],
  path: 'llm',
};

const delta = (text: string): AgentPart => ({ kind: 'delta', text });

async function all(parts: AsyncIterable<AgentPart>): Promise<readonly AgentPart[]> {
  const got: AgentPart[] = [];
  for await (const part of parts) got.push(part);
  return got;
}

describe('a turn while it runs', () => {
  it('gives everybody all its parts, also who comes late', async () => {
    const turn = new LiveTurn();
    const first = all(turn.parts());
    turn.push(delta('One.'));
    await Promise.resolve();
    const second = all(turn.parts());
    turn.push(delta(' Two.'));
    turn.push(outcome);
    const third = all(turn.parts());
    const parts = [delta('One.'), delta(' Two.'), outcome];
    expect([await first, await second, await third]).toEqual([parts, parts, parts]);
  });

  it('loses nothing that comes while a part is taken', async () => {
    const turn = new LiveTurn();
    turn.push(delta('One.'));
    const got: AgentPart[] = [];
    for await (const part of turn.parts()) {
      got.push(part);
      if (got.length === 1) {
        turn.push(delta(' Two.'));
        turn.push(outcome);
      }
    }
    expect(got).toEqual([delta('One.'), delta(' Two.'), outcome]);
  });

  it('fails for everybody, after what was said', async () => {
    const turn = new LiveTurn();
    turn.push(delta('One.'));
    const got: AgentPart[] = [];
    const listening = (async () => {
      for await (const part of turn.parts()) got.push(part);
    })();
    turn.fail(new RangeError('gone'));
    await expect(listening).rejects.toThrow('gone');
    expect(got).toEqual([delta('One.')]);
    await expect(all(turn.parts())).rejects.toThrow('gone');
  });

  it('is left by who gives up, and goes on for the others', async () => {
    const turn = new LiveTurn();
    const stop = new AbortController();
    const leaving = all(turn.parts({ signal: stop.signal }));
    const staying = all(turn.parts());
    stop.abort(new RangeError('left'));
    await expect(leaving).rejects.toThrow('left');
    turn.push(outcome);
    expect(await staying).toEqual([outcome]);
  });
});
