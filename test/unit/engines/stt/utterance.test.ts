import { describe, expect, it } from 'vitest';
import { Utterance } from '../../../../src/engines/stt/utterance.ts';
import type { UtteranceStep } from '../../../../src/engines/stt/utterance.ts';

/** One frame of 16 ms per push. */
const frameSamples = 256;
const times = { leadMs: 64, pauseMs: 260, bumpMs: 260, maxRepeatMs: 1_600 };
const quiet = { probability: 0.01, levelDb: -60 };
const voice = { probability: 0.95, levelDb: -25 };

/** Feeds frames named by letters: `.` is quiet, `v` a voice; every sample holds its frame's number. */
function run(script: string, utterance = new Utterance(times)): UtteranceStep[] {
  const steps = Array.from(script).flatMap((letter, index) =>
    utterance.push(new Int16Array(frameSamples).fill(index), [letter === 'v' ? voice : quiet], frameSamples),
  );
  return [...steps, ...utterance.end()];
}

/** `B`egin, frame numbers, `F`inish, `C`ommit. */
const told = (steps: readonly UtteranceStep[]): string =>
  steps
    .map((step) => {
      if (step.kind !== 'feed') return step.kind.charAt(0).toUpperCase();
      const frames = new Set(step.samples);
      return [...frames].join(' ');
    })
    .join(' ');

describe('Utterance', () => {
  it('leaves the decoder alone while nobody speaks', () => {
    expect(told(run('.'.repeat(200)))).toBe('');
  });

  it('begins the same distance before the voice, however long the room was quiet', () => {
    expect(told(run('..........vv'))).toBe('B 6 7 8 9 10 11 F');
    expect(told(run('....................vv'))).toBe('B 16 17 18 19 20 21 F');
    expect(told(run('vv'))).toBe('B 0 1 F');
  });

  it('finishes after a pause, without the stream having ended', () => {
    const steps = run(`....${'v'.repeat(20)}..........${'.'.repeat(30)}`);
    expect(steps.filter(({ kind }) => kind === 'finish')).toHaveLength(1);
    expect(steps.at(-1)?.kind).toBe('finish');
    expect(told(steps)).toContain('33 F');
  });

  it('decodes again from the start when the voice goes on after the pause', () => {
    const text = told(run(`${'v'.repeat(20)}............vv`));
    const begins = text.split('B').slice(1);
    expect(begins).toHaveLength(2);
    expect(begins[1]?.trim().startsWith('0 1 2')).toBe(true);
    expect(begins[1]?.trim().endsWith('33 F')).toBe(true);
  });

  it('drops a bump before the voice', () => {
    const begins = told(run(`v${'.'.repeat(20)}${'v'.repeat(10)}`))
      .split('B')
      .slice(1);
    expect(begins).toHaveLength(2);
    expect(begins[1]?.trim().split(' ')[0]).toBe('17');
  });

  it('keeps a short word with a short pause behind it', () => {
    const utterance = new Utterance({ ...times, bumpMs: 1_000 });
    const begins = told(run(`vv${'.'.repeat(20)}${'v'.repeat(10)}`, utterance))
      .split('B')
      .slice(1);
    expect(begins[1]?.trim().split(' ')[0]).toBe('0');
  });

  it('does not decode again for a click after the pause', () => {
    const text = told(run(`${'v'.repeat(20)}${'.'.repeat(12)}v${'.'.repeat(12)}`));
    expect(text.match(/[BF]/g)?.join('')).toBe('BF');
  });

  it('tells how long nobody has spoken, through clicks, and nothing while somebody does', () => {
    const utterance = new Utterance(times);
    const silentAfter = (script: string) => {
      run(script, utterance);
      return utterance.silentMs;
    };
    expect(silentAfter('v'.repeat(20))).toBeUndefined();
    expect(silentAfter('.'.repeat(12))).toBe(100 + 12 * 16);
    expect(silentAfter('v...')).toBe(100 + 16 * 16);
    expect(silentAfter('vvv')).toBeUndefined();
  });

  it('commits an utterance that is too long to decode twice, and hears the next one', () => {
    const long = 'v'.repeat(120);
    const text = told(run(`${long}${'.'.repeat(20)}${'v'.repeat(20)}`));
    expect(text.match(/[BFC]/g)?.join('')).toBe('BFCBF');
  });

  it('commits a finished utterance when silence fills what may be kept', () => {
    const text = told(run(`${'v'.repeat(20)}${'.'.repeat(200)}`));
    expect(text.match(/[BFC]/g)?.join('')).toBe('BFC');
  });

  it('tells what the gate knows at the moment of the commit', () => {
    const steps = run(`${'v'.repeat(20)}${'.'.repeat(200)}`);
    expect(steps.find((step) => step.kind === 'commit')).toEqual({ kind: 'commit', evidence: 'strong' });
  });
});
