import { describe, expect, it } from 'vitest';
import { openHome } from '../../../src/home/home.ts';
import { startDemoHome } from '../../../src/home/demo/demo-home.ts';
import { silentLogger } from '../../../src/core/log.ts';
import { stateOf } from '../../../src/home/model/home-model.ts';
import { connectDemo } from '../../support/home/demo-home.ts';

const signal = AbortSignal.timeout(30_000);

describe('the demo home through the one client', () => {
  it('shows rooms, exposed devices and their states', async () => {
    await using connected = await connectDemo();
    const model = connected.home.model();
    expect(model.areas.get('kitchen')?.name).toBe('Kitchen');
    expect(model.entities.get('lock.front_door')).toMatchObject({ name: 'Front Door', areaId: 'hallway' });
    expect(stateOf(model, 'lock.front_door')?.state).toBe('locked');
  });

  it('hides what is not exposed, satellites included, but knows where satellites stand', async () => {
    await using connected = await connectDemo();
    const model = connected.home.model();
    expect(model.entities.has('switch.server_rack')).toBe(false);
    expect(model.entities.has('assist_satellite.kitchen')).toBe(false);
    expect(model.satelliteAreas.get('assist_satellite.kitchen')).toBe('kitchen');
  });

  it('understands a new alias and a new exposure without a restart', async () => {
    await using connected = await connectDemo();
    const { demo, home } = connected;
    const changed = new Promise<void>((resolve) => {
      home.watch((model) => {
        const names = model.entities.get('switch.server_rack')?.names;
        if (names?.includes('big machine')) resolve();
      });
    });
    demo.world.edit('switch.server_rack', { exposed: true, aliases: [null, 'big machine'] });
    await changed;
    expect(home.model().entities.get('switch.server_rack')?.names).toEqual(['Server Rack', 'big machine']);
  });

  it('patches a state without rebuilding the registries', async () => {
    await using connected = await connectDemo();
    const { demo, home } = connected;
    const { registryVersion } = home.model();
    demo.world.report('sensor.outdoor_humidity', {
      state: '61',
      attributes: demo.world.states.get('sensor.outdoor_humidity')?.attributes ?? {},
    });
    await home.until('sensor.outdoor_humidity', (state) => state.state === '61', { signal });
    expect(home.model().registryVersion).toBe(registryVersion);
  });

  it('refuses a wrong token with an error and does not retry', async () => {
    const demo = startDemoHome({ seed: 1, loss: 0, pace: 0 });
    await using home = openHome({
      open: demo.open,
      token: 'wrong',
      connectTimeoutMs: 1_000,
      pollMs: 60_000,
      log: silentLogger,
    });
    await expect(home.ready({ signal })).rejects.toMatchObject({ code: 'HOME_REFUSED' });
    expect(home.status()).toBe('refused');
  });

  it('reconnects after a lost connection and has the states of the new one', async () => {
    const demo = startDemoHome({ seed: 1, loss: 0, pace: 0 });
    const sockets: ReturnType<typeof demo.open>[] = [];
    await using home = openHome({
      open: () => {
        const socket = demo.open();
        sockets.push(socket);
        return socket;
      },
      token: demo.token,
      connectTimeoutMs: 1_000,
      pollMs: 60_000,
      log: silentLogger,
    });
    await home.ready({ signal });
    sockets[0]?.close();
    demo.world.report('switch.printer', { state: 'on', attributes: {} });
    await home.until('switch.printer', (state) => state.state === 'on', { signal });
    expect(sockets).toHaveLength(2);
  });
});
