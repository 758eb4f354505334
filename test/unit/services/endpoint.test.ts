import { describe, expect, it } from 'vitest';
import type { Completeness } from '../../../src/agent/understand/completeness.ts';
import { Endpoint } from '../../../src/services/endpoint.ts';

const texts: Readonly<Record<string, Completeness>> = {
  'Lock the front door': 'final',
  'Turn on the lights': 'open',
};

/** The first silence of a growing pause with which the sentence is over. */
function endOf(text: string): number | undefined {
  const endpoint = new Endpoint((heard) => texts[heard] ?? 'incomplete');
  for (let silentMs = 220; silentMs <= 3_000; silentMs += 4)
    if (endpoint.over({ kind: 'pause', text, silentMs })) return silentMs;
  return undefined;
}

describe('Endpoint', () => {
  it('waits the shorter the less can follow', () => {
    expect(endOf('Lock the front door')).toBe(244);
    expect(endOf('Turn on the lights')).toBe(484);
    expect(endOf('Turn on the')).toBe(784);
  });

  it('tells what the sentence was taken for', () => {
    const endpoint = new Endpoint(() => 'open');
    endpoint.over({ kind: 'pause', text: 'Turn on the lights', silentMs: 220 });
    expect(endpoint.over({ kind: 'pause', text: 'Turn on the lights', silentMs: 900 })).toBe('open');
  });

  it('takes a text that changed in a long silence for newly said', () => {
    const endpoint = new Endpoint(() => 'open');
    const pause = (text: string, silentMs: number) => endpoint.over({ kind: 'pause', text, silentMs });
    expect(pause('Timer', 220)).toBeUndefined();
    expect(pause('Timer status', 2_000)).toBeUndefined();
    expect(pause('Timer status', 2_200)).toBeUndefined();
    expect(pause('Timer status', 2_230)).toBe('open');
  });

  it('waits again when somebody spoke in between without a new word', () => {
    const endpoint = new Endpoint(() => 'final');
    const pause = (silentMs: number) => endpoint.over({ kind: 'pause', text: 'Lamp on', silentMs });
    expect([pause(240), pause(220), pause(240), pause(250)]).toEqual([
      undefined,
      undefined,
      undefined,
      'final',
    ]);
  });

  it('judges a text once, and a new text again', () => {
    const judged: string[] = [];
    const endpoint = new Endpoint((text) => {
      judged.push(text);
      return texts[text] ?? 'incomplete';
    });
    for (const silentMs of [220, 400, 480])
      expect(endpoint.over({ kind: 'pause', text: 'Turn on the lights', silentMs })).toBeUndefined();
    endpoint.over({ kind: 'pause', text: 'Lock the front door', silentMs: 220 });
    expect(endpoint.over({ kind: 'pause', text: 'Lock the front door', silentMs: 330 })).toBe('final');
    expect(judged).toEqual(['Turn on the lights', 'Lock the front door']);
  });

  it('asks nobody before the shortest silence', () => {
    const endpoint = new Endpoint(() => {
      throw new Error('asked too early');
    });
    expect(endpoint.over({ kind: 'pause', text: 'Turn on', silentMs: 243 })).toBeUndefined();
  });
});
