import { expect, it } from 'vitest';
import { keywordList } from '../../../../../src/engines/wake/phrases/keyword-list.ts';

it('names keywords by their place, so that no user text reaches the native parser', () => {
  const keywords = [
    { pieces: ['▁HE', 'Y'], threshold: 0.1 },
    { pieces: ['▁A'], threshold: 0.25 },
  ];
  expect(keywordList(keywords)).toBe('▁HE Y :1.00 #0.100 @0/▁A :1.00 #0.250 @1');
});
