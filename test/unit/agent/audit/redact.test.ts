import { describe, expect, it } from 'vitest';
import { redact } from '../../../../src/agent/audit/redact.ts';

describe('the data of an action on record', () => {
  it('has figures and modes', () => {
    expect(
      redact({ brightness_pct: 40, hvac_mode: 'heat', rgb_color: [1, 2, 3], is_volume_muted: true }),
    ).toEqual({
      brightness_pct: 40,
      hvac_mode: 'heat',
      rgb_color: [1, 2, 3],
      is_volume_muted: true,
    });
  });

  it('has no codes, and no words that somebody said', () => {
    const data = {
      code: 1234,
      pin: '1234',
      item: 'insulin',
      media_content_id: 'x',
      query: ['a'],
      more: { a: 1 },
    };
    expect(JSON.stringify(redact(data))).not.toMatch(/1234|insulin|"x"|"a"|:1/);
    expect(Object.keys(redact(data))).toEqual(Object.keys(data));
  });
});
