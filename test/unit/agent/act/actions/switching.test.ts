import { describe, expect, it } from 'vitest';
import type { PlainWish } from '../../../../../src/agent/understand/wish.ts';
import { device } from '../../../../support/agent/test-action.ts';

const unsupported = { why: 'unsupported' };

describe('switching', () => {
  it('goes over to the other state', () => {
    expect(device('switch.a', 'on').call({ do: 'toggle' })).toEqual(['switch.turn_off', {}]);
    expect(device('light.a', 'off').call({ do: 'toggle' })).toEqual(['light.turn_on', {}]);
  });

  it.each(['sensor.a', 'lock.a', 'cover.a', 'weather.a'])('means nothing to %s', (id) => {
    expect(device(id, 'on').call({ do: 'turn_on' })).toEqual(unsupported);
  });

  it.each(['open', 'close', 'stop', 'play', 'dock', 'disarm', 'start_cleaning'] satisfies PlainWish[])(
    'a lamp can not %s',
    (wish) => {
      const lamp = device('light.a', 'on', { supported_color_modes: ['onoff'] });
      expect(lamp.call({ do: wish })).toEqual(unsupported);
    },
  );
});
