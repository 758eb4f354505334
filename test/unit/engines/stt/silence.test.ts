import { describe, expect, it } from 'vitest';
import { hangoverMs, Silence } from '../../../../src/engines/stt/silence.ts';

const frameMs = 16;

/** Length after frames named by letters: `.` is quiet, `v` a voice. */
function lengthAfter(script: string): number {
  const silence = new Silence();
  for (const letter of script) silence.add(letter === 'v' ? 0.9 : 0.1, frameMs);
  return silence.lengthMs;
}

describe('Silence', () => {
  it('counts from the last sound, which frames show later', () => {
    expect(lengthAfter('vvvv')).toBe(0);
    expect(lengthAfter('vvvv.')).toBe(hangoverMs + frameMs);
    expect(lengthAfter('vvvv.....')).toBe(hangoverMs + 5 * frameMs);
  });

  it('goes on through a click of one or two frames', () => {
    expect(lengthAfter('vvvv...v...vv.')).toBe(hangoverMs + 10 * frameMs);
  });

  it('ends with a voice', () => {
    expect(lengthAfter('vvvv.....vvv')).toBe(0);
    expect(lengthAfter('vvvv.....vv.v')).toBe(0);
  });

  it('ends when somebody else heard a voice', () => {
    const silence = new Silence();
    for (let i = 0; i < 50; i += 1) silence.add(0.1, frameMs);
    silence.end();
    expect(silence.lengthMs).toBe(0);
    silence.add(0.1, frameMs);
    expect(silence.lengthMs).toBe(hangoverMs + frameMs);
  });
});
