import { describe, expect, it } from 'vitest';
import { CoreClient } from './support/core-client.ts';
import { startCore } from './support/core-process.ts';

describe('a real core', () => {
  it('boots with the house of misfits', async () => {
    await using core = await startCore();
    await using client = await CoreClient.onboard(core);
    expect(await client.state('light.kitchen_light')).toBe('off');
    expect(await client.state('lock.front_door')).toBe('locked');
    await client.call('call_service', { domain: 'light', service: 'turn_on', target: { entity_id: 'light.kitchen_light' } });
    expect(await client.state('light.kitchen_light')).toBe('on');
  });
});
