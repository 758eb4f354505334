import { describe, expect, it } from 'vitest';
import { indexOf } from '../../../../src/agent/understand/home-index.ts';
import { mayBeName, mayBePlaceName } from '../../../../src/agent/understand/unknown-name.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const index = indexOf(demoModel());

describe('words that name nothing here', () => {
  it.each(['lava lamp', 'crypt', 'disco lights'])('may be a name: %j', (said) => {
    expect(mayBeName(said, index)).toBe(true);
  });

  it.each(['', 'up the kitchen lights', 'off the last', 'it', '5', 'kitchen', 'bed light', 'shutters'])(
    'are none: %j',
    (said) => {
      expect(mayBeName(said, index)).toBe(false);
    },
  );

  it('are no room where a device is named first', () => {
    expect(mayBePlaceName('desk lamp slow', index)).toBe(false);
    expect(mayBePlaceName('crypt', index)).toBe(true);
  });
});
