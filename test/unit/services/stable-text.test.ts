import { describe, expect, it } from 'vitest';
import { StableText } from '../../../src/services/stable-text.ts';

describe('StableText', () => {
  it('gives words on which two readings agree, the last one apart', () => {
    const text = new StableText();
    expect(text.add('turn')).toBe('');
    expect(text.add('turn on')).toBe('turn');
    expect(text.add('turn on the')).toBe(' on');
    expect(text.add('turn on a light')).toBe('');
    expect(text.finish('turn on a light')).toBe(' a light');
  });

  it('gives pieces that joined are the final text', () => {
    const text = new StableText();
    const readings = ['is', 'is the', 'is the front', 'is the front door', 'is the front door open'];
    const pieces = [...readings.map((reading) => text.add(reading)), text.finish('is the front door open')];
    expect(pieces.join('')).toBe('is the front door open');
  });

  it('gives nothing more when the engine changes a word that was sent', () => {
    const text = new StableText();
    text.add('for tea minutes');
    expect(text.add('for tea minutes please')).toBe('for tea minutes');
    expect(text.finish('forty minutes please')).toBe('');
  });
});
