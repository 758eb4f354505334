import { startDemoHome } from '../../../src/home/demo/demo-home.ts';
import type { DemoHome } from '../../../src/home/demo/demo-home.ts';
import { demoHouse } from '../../../src/home/demo/house.ts';
import type { Transport } from '../../../src/home/link/transport.ts';
import { webSocketTransport } from '../../../src/home/link/transport.ts';
import { serveDemo } from '../../support/home/demo-server.ts';
import { describeHomeContract } from '../../support/home/home-contract.ts';

const facts = {
  lamp: { entityId: 'light.bed_light', name: 'Bed Light', area: 'Bedroom' },
  otherAreaId: 'office',
  hiddenEntityId: 'switch.server_rack',
  unregisteredEntityId: 'light.virtual',
};
const virtual = { id: 'light.virtual', name: 'Virtual', area: null, state: 'off', hidden: true };
const settings = {
  seed: 1,
  loss: 0,
  pace: 0,
  house: { ...demoHouse, entities: [...demoHouse.entities, { ...virtual, unregistered: true }] },
};

/** A restarted home knows nothing of what was switched before. */
const forget = ({ world }: DemoHome): void =>
  world.report('light.bed_light', { state: 'off', attributes: { friendly_name: 'Bed Light' } });

describeHomeContract('the demo home in memory', async () => {
  const demo = startDemoHome(settings);
  const limited = startDemoHome({ ...settings, isAdmin: false });
  const sockets = new Set<Transport>();
  let isAway = false;
  const open = (): Transport => {
    const socket = demo.open();
    sockets.add(socket);
    if (isAway) socket.close();
    return socket;
  };
  return {
    ...facts,
    open,
    token: demo.token,
    limited,
    restart: async (whileAway) => {
      isAway = true;
      for (const socket of sockets) socket.close();
      await whileAway();
      forget(demo);
      isAway = false;
    },
    close: async () => {
      demo[Symbol.dispose]();
      limited[Symbol.dispose]();
    },
  };
});

describeHomeContract('the demo home on a real socket', async () => {
  const demo = startDemoHome(settings);
  const limited = startDemoHome({ ...settings, isAdmin: false });
  let server = await serveDemo(demo);
  return {
    ...facts,
    open: webSocketTransport(`${server.url}/`),
    token: demo.token,
    limited,
    restart: async (whileAway) => {
      const { port } = server;
      await server[Symbol.asyncDispose]();
      await whileAway();
      forget(demo);
      server = await serveDemo(demo, port);
    },
    close: async () => {
      demo[Symbol.dispose]();
      limited[Symbol.dispose]();
      await server[Symbol.asyncDispose]();
    },
  };
});
