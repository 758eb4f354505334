import { describe, expect, it } from 'vitest';
import { confidenceOf, isSpoken, SpeechGate } from '../../../../src/engines/stt/speech-gate.ts';

const room = { probability: 0.02, levelDb: -55 };

function evidenceOf(...frames: readonly { probability: number; levelDb: number }[]) {
  const gate = new SpeechGate();
  for (let i = 0; i < 60; i += 1) gate.add(room);
  for (const frame of frames) gate.add(frame);
  for (let i = 0; i < 20; i += 1) gate.add(room);
  return gate.evidence;
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('SpeechGate', () => {
  it('finds nothing in a quiet room or before any frame', () => {
    expect(evidenceOf()).toBe('none');
    expect(new SpeechGate().evidence).toBe('none');
  });

  it('takes a quarter of a second of likely speech for speech, however quiet', () => {
    expect(evidenceOf(...times(16, { probability: 0.6, levelDb: -54 }))).toBe('strong');
  });

  it('does not add up likely moments over minutes', () => {
    const blip = [...times(8, { probability: 0.6, levelDb: -52 }), ...times(80, room)];
    expect(evidenceOf(...times(20, blip).flat())).toBe('none');
  });

  it('takes a short word that stands out of the room, but not one that hides in it', () => {
    expect(evidenceOf({ probability: 0.75, levelDb: -28 })).toBe('weak');
    expect(evidenceOf({ probability: 0.75, levelDb: -46 })).toBe('none');
    expect(evidenceOf({ probability: 0.98, levelDb: -37 })).toBe('weak');
  });

  it('does not take a bang for a voice', () => {
    expect(evidenceOf({ probability: 0.1, levelDb: -3 })).toBe('none');
  });

  it('learns nothing of the room from digital silence', () => {
    const gate = new SpeechGate();
    for (let i = 0; i < 600; i += 1) gate.add({ probability: 0.01, levelDb: -100 });
    for (let i = 0; i < 60; i += 1) gate.add({ probability: 0.6, levelDb: i === 30 ? -46 : -48 });
    gate.forgetSpeech();
    gate.add({ probability: 0.6, levelDb: -46 });
    expect(gate.evidence).toBe('none');
  });
});

describe('isSpoken', () => {
  it('asks a sure recogniser for weak evidence only', () => {
    expect(isSpoken('strong', [-9])).toBe(true);
    expect(isSpoken('weak', [-1, -2])).toBe(true);
    expect(isSpoken('weak', [-4, -5])).toBe(false);
    expect(isSpoken('weak', [])).toBe(false);
    expect(isSpoken('none', [-0.1])).toBe(false);
  });
});

describe('confidenceOf', () => {
  it('is the geometric mean of the token probabilities, 0 without tokens', () => {
    expect(confidenceOf([Math.log(0.9), Math.log(0.4)])).toBeCloseTo(0.6);
    expect(confidenceOf([])).toBe(0);
  });
});
