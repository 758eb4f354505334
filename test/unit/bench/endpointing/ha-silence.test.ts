import { describe, expect, it } from 'vitest';
import { commandEndMs } from '../../../../src/bench/endpointing/ha-silence.ts';

const frameMs = 10;

/** Frames of 10 ms: `v` for 100 ms of voice, `.` for 100 ms of silence. */
const endOf = (script: string) =>
  commandEndMs(
    Array.from(script).flatMap((letter) =>
      Array.from({ length: 10 }, () => ({ probability: letter === 'v' ? 0.9 : 0.1, levelDb: -30 })),
    ),
    frameMs,
  );

describe('commandEndMs', () => {
  it('ends 0.7 s after the last voice', () => {
    expect(endOf(`..${'v'.repeat(15)}${'.'.repeat(20)}`)).toBe(200 + 1_500 + 700);
  });

  it('hears no command in less than 0.3 s of voice', () => {
    expect(endOf(`..vv${'.'.repeat(30)}`)).toBeUndefined();
  });

  it('takes at least a second for a command', () => {
    expect(endOf(`vvvv${'.'.repeat(20)}`)).toBeGreaterThanOrEqual(1_000);
  });

  it('adds up pauses until somebody has spoken for a second', () => {
    const pauses = `${'v'.repeat(5)}....${'v'.repeat(5)}....`;
    expect(endOf(`${pauses}${'.'.repeat(10)}`)).toBe(1_700);
    expect(endOf(`${'v'.repeat(5)}....${'v'.repeat(12)}....${'.'.repeat(10)}`)).toBeGreaterThan(2_400);
  });

  it('ends after 15 s in any case', () => {
    expect(endOf('v'.repeat(200))).toBe(15_000);
  });
});
