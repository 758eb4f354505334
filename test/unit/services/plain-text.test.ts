import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/services/plain-text.ts';

describe('plainText', () => {
  it('takes marks and entities out of SSML only', () => {
    const ssml = '<speak>Tom &amp; <emphasis level="strong">Anna</emphasis></speak>';
    expect(plainText(ssml, 'ssml')).toBe('Tom & Anna');
    expect(plainText(ssml, undefined)).toBe(ssml);
    expect(plainText('a < b &amp; c', 'text')).toBe('a < b &amp; c');
  });
});
