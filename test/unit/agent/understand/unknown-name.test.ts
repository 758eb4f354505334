import { describe, expect, it } from 'vitest';
import { indexOf } from '../../../../src/agent/understand/home-index.ts';
import { mayBeName } from '../../../../src/agent/understand/unknown-name.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const index = indexOf(demoModel());

describe('words that name nothing here', () => {
  it.each(['lava lamp', 'crypt', 'disco lights'])('may be a name: %j', (said) => {
    expect(mayBeName(said, index)).toBe(true);
  });

  it.each(['', 'up the kitchen lights', 'off the last', 'it', '5', 'kitchen', 'bed light'])(
    'are none: %j',
    (said) => {
      expect(mayBeName(said, index)).toBe(false);
    },
  );
});
