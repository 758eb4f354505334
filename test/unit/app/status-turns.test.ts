import { describe, expect, it } from 'vitest';
import { lastTurns } from '../../../src/app/status-turns.ts';
import type { JoinedTurn } from '../../../src/turns/join-turns.ts';

const stage = { connectionId: 'c', remoteAddress: '127.0.0.1', startedAtMs: 1_000, endedAtMs: 3_000 };
const stt = (text: string) => ({
  ...stage,
  stage: 'stt' as const,
  audioMs: 900,
  energyDb: -30,
  afterStopMs: 6,
  pii: { text },
});
const agent = (more: object) => ({
  ...{ ...stage, stage: 'agent' as const, turnId: 't', durationMs: 20, language: 'en', path: 'local' },
  pii: { text: 'a sentence' },
  ...more,
});
const turn = (more: Partial<JoinedTurn>): JoinedTurn => ({
  id: 't',
  startedAtMs: 1_000,
  unsure: [],
  ...more,
});

const resultOf = (more: Partial<JoinedTurn>, hasAgent = true) => lastTurns([turn(more)], hasAgent)[0]?.result;

describe('a turn on the status page', () => {
  it('tells what a person waited for, and nothing that was said', () => {
    const turns = lastTurns([turn({ stt: stt('a secret'), agent: agent({ understood: true }) })], true);
    expect(turns).toMatchObject([
      {
        endedAtMs: 3_000,
        waits: [
          { stage: 'stt', tookMs: 6 },
          { stage: 'agent', tookMs: 20 },
        ],
      },
    ]);
    expect(JSON.stringify(turns)).not.toMatch(/secret|sentence/);
  });

  it('ends with the first stage that failed', () => {
    const failed = agent({ errorCode: 'HOME_UNREACHABLE' });
    expect(resultOf({ stt: stt('x'), agent: failed })).toEqual({
      kind: 'failed',
      stage: 'agent',
      code: 'HOME_UNREACHABLE',
    });
  });

  it('tells what was proven of its devices', () => {
    const done = agent({ understood: true, changeCount: 2, proofs: { proven: 1, failed: 1 } });
    expect(resultOf({ agent: done })).toMatchObject({ kind: 'answered', proofs: { proven: 1, failed: 1 } });
  });

  it.each([
    ['not-understood', { agent: agent({ understood: false }) }],
    ['nothing-heard', { stt: stt('') }],
    ['answered-elsewhere', { stt: stt('x') }],
    ['heard', { stt: stt('x'), unsure: ['agent'] as const }],
  ])('is %s', (kind, stages) => {
    expect(resultOf(stages)).toEqual({ kind });
  });

  it('is only heard where no agent is served', () => {
    expect(resultOf({ stt: stt('x') }, false)).toEqual({ kind: 'heard' });
  });
});
