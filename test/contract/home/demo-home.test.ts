import { once } from 'node:events';
import { WebSocketServer } from 'ws';
import { startDemoHome } from '../../../src/home/demo/demo-home.ts';
import { serveSession } from '../../../src/home/demo/session.ts';
import { webSocketTransport } from '../../../src/home/link/transport.ts';
import { describeHomeContract } from '../../support/home-contract.ts';

const facts = {
  lamp: { entityId: 'light.bed_light', name: 'Bed Light', area: 'Bedroom' },
  hiddenEntityId: 'switch.server_rack',
};
const settings = { seed: 1, loss: 0, pace: 0 };

describeHomeContract('the demo home in memory', async () => {
  const demo = startDemoHome(settings);
  return { ...facts, open: demo.open, token: demo.token, close: async () => demo[Symbol.dispose]() };
});

describeHomeContract('the demo home on a real socket', async () => {
  const demo = startDemoHome(settings);
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', path: '/api/websocket' });
  server.on('connection', (socket) => serveSession(socket, demo.world, demo.token));
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    ...facts,
    open: webSocketTransport(`http://127.0.0.1:${port}/`),
    token: demo.token,
    close: async () => {
      demo[Symbol.dispose]();
      const closed = new Promise((resolve) => server.close(resolve));
      for (const client of server.clients) client.terminate();
      await closed;
    },
  };
});
