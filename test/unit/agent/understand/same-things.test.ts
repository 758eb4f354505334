import { describe, expect, it } from 'vitest';
import { inOtherWords } from '../../../../src/agent/understand/same-things.ts';

describe('inOtherWords', () => {
  it('tells what else a thing is called, in a longer name too', () => {
    expect(inOtherWords('washer')).toContain('washing machine');
    expect(inOtherWords('cellar washing machine')).toContain('cellar washer');
    expect(inOtherWords('couch lamp')).toContain('sofa lamp');
    expect(inOtherWords('plug number 3')).toEqual(['plug 3']);
  });

  it('knows nothing of other words, and of parts of words', () => {
    expect(inOtherWords('desk lamp')).toEqual([]);
    expect(inOtherWords('washers')).toEqual([]);
    expect(inOtherWords('tvs')).toEqual([]);
  });
});
