import { describe, expect, it } from 'vitest';
import { type Assistant, judgeAssistants } from '../../../src/doctor/assistants.ts';
import { judgeClock } from '../../../src/doctor/clock.ts';
import { type DiscoveryFacts, judgeDiscovery } from '../../../src/doctor/discovery.ts';

describe('judgeClock', () => {
  it('takes a clock that is off by seconds for right', () => {
    expect(judgeClock(-2_000)).toMatchObject([{ verdict: 'ok' }]);
  });

  it('tells which clock is late, with the fix', () => {
    expect(judgeClock(90_000)).toMatchObject([
      { verdict: 'warning', message: "90 s ahead of Home Assistant's", fix: expect.any(String) },
    ]);
    expect(judgeClock(-90_000)).toMatchObject([{ message: "90 s behind Home Assistant's" }]);
  });

  it('says nothing of a home that tells no time', () => {
    expect(judgeClock(undefined)).toEqual([]);
  });
});

describe('judgeDiscovery', () => {
  const facts: DiscoveryFacts = {
    hosts: ['0.0.0.0', '0.0.0.0'],
    zeroconf: 'on',
    homeUrl: 'http://192.168.1.5:8123',
    isApp: false,
  };

  it('finds that another machine can not reach this one', () => {
    expect(judgeDiscovery({ ...facts, hosts: ['0.0.0.0', '127.0.0.1'] })).toMatchObject([
      { verdict: 'problem', fix: expect.stringContaining('--api-host 0.0.0.0') },
    ]);
  });

  it('needs no network where Home Assistant is on the same machine, or none is configured', () => {
    for (const homeUrl of ['', 'http://localhost:8123', 'http://[::1]:8123'])
      expect(judgeDiscovery({ ...facts, hosts: ['127.0.0.1'], homeUrl })).toMatchObject([{ verdict: 'ok' }]);
  });

  it('knows who tells Home Assistant', () => {
    expect(judgeDiscovery(facts)).toMatchObject([{ message: 'announced in the network' }]);
    expect(judgeDiscovery({ ...facts, zeroconf: 'off' })[0]?.message).toContain('not announced');
    expect(judgeDiscovery({ ...facts, isApp: true })[0]?.message).toContain('Supervisor');
  });
});

describe('judgeAssistants', () => {
  const ours: Assistant = {
    name: 'Ours',
    agent: 'conversation.hearken',
    hasEars: true,
    hasVoice: true,
    prefersLocal: false,
    isPreferred: true,
  };
  const other = { ...ours, name: 'Other', agent: 'conversation.home_assistant', isPreferred: false };

  it('is content with a whole one that is preferred', () => {
    expect(judgeAssistants([ours, other])).toMatchObject([{ verdict: 'ok' }]);
  });

  it('finds that nobody uses the agent', () => {
    expect(judgeAssistants([other])).toMatchObject([{ verdict: 'warning', fix: expect.any(String) }]);
  });

  it('tells what is missing in one', () => {
    expect(judgeAssistants([{ ...ours, hasEars: false, hasVoice: false }])).toMatchObject([
      { message: 'Ours has no ears and no voice' },
    ]);
    expect(judgeAssistants([{ ...ours, prefersLocal: true }])[0]?.message).toContain('locally');
  });

  it('tells that another one is preferred', () => {
    const found = judgeAssistants([{ ...ours, isPreferred: false }]);
    expect(found).toMatchObject([{ verdict: 'ok' }, { verdict: 'warning' }]);
  });

  it('says nothing where Home Assistant does not tell', () => {
    expect(judgeAssistants(undefined)).toEqual([]);
  });
});
