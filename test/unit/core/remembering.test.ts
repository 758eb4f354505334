import { describe, expect, it } from 'vitest';
import { remembering } from '../../../src/core/remembering.ts';

describe('remembering', () => {
  it('does the work for a text once, also where the result is nothing', () => {
    const worked: string[] = [];
    const upper = remembering(10, (text) => {
      worked.push(text);
      return text === '' ? null : text.toUpperCase();
    });
    expect([upper('lamp'), upper(''), upper('lamp'), upper('')]).toEqual(['LAMP', null, 'LAMP', null]);
    expect(worked).toEqual(['lamp', '']);
  });

  it('forgets all results when there would be more than the limit', () => {
    const worked: string[] = [];
    const same = remembering(2, (text) => {
      worked.push(text);
      return text;
    });
    for (const text of ['a', 'b', 'c', 'c', 'a']) same(text);
    expect(worked).toEqual(['a', 'b', 'c', 'a']);
  });
});
