import { describe, expect, it } from 'vitest';
import { judgeHome, type HomeFacts } from '../../../src/doctor/home.ts';

const good: HomeFacts = {
  isDemo: false,
  status: 'connected',
  entityCount: 12,
  exposure: { isComplete: true, unseenCount: 0 },
};

describe('judgeHome', () => {
  it('finds nothing wrong with a home that shows its devices', () => {
    expect(judgeHome(good)).toMatchObject([{ verdict: 'ok' }]);
  });

  it.each([
    ['the demo home', { isDemo: true }, 'warning', /demo home/],
    ['a token that is not accepted', { status: 'refused' }, 'problem', /token/],
    ['a home that does not answer', { status: 'connecting' }, 'problem', /does not answer/],
    ['a home that exposes nothing', { entityCount: 0 }, 'warning', /nothing is exposed/],
    [
      'a token without full rights, and how much it hides',
      { exposure: { isComplete: false, unseenCount: 3 } },
      'warning',
      /no administrator: 3 entities/,
    ],
  ] as const)('tells %s and how to fix it', (_, change, verdict, message) => {
    const finding = judgeHome({ ...good, ...change }).at(-1);
    expect(finding).toMatchObject({ verdict, message: expect.stringMatching(message) });
    expect(finding?.fix).toBeTruthy();
  });

  it('is silent about limited rights that hide nothing', () => {
    const findings = judgeHome({ ...good, exposure: { isComplete: false, unseenCount: 0 } });
    expect(findings.map(({ verdict }) => verdict)).toEqual(['ok']);
  });
});
