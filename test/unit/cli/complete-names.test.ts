import { describe, expect, it } from 'vitest';
import { completeNames } from '../../../src/cli/complete-names.ts';

const names = ['Bed Light', 'Bedroom', 'Bedroom Fan', 'Desk Lamp', 'Lamp Shade'];

describe('completeNames', () => {
  it('offers every name that the last word begins', () => {
    expect(completeNames('turn on the bed', names)).toEqual([['bed light', 'bedroom', 'bedroom fan'], 'bed']);
  });

  it('takes the longest end of the line that begins a name', () => {
    expect(completeNames('dim the desk la', names)).toEqual([['desk lamp'], 'desk la']);
  });

  it('offers nothing where a new word has not begun, or is no name', () => {
    expect(completeNames('turn on ', names)[0]).toEqual([]);
    expect(completeNames('turn on the kettle', names)[0]).toEqual([]);
  });

  it('offers the same name once, however often the home has it', () => {
    expect(completeNames('desk', ['Desk Lamp', 'desk lamp'])[0]).toEqual(['desk lamp']);
  });
});
