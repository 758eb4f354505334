import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startDemoHome } from '../../../src/home/demo/demo-home.ts';
import type { DemoHome } from '../../../src/home/demo/demo-home.ts';
import { openLink } from '../../../src/home/link/link.ts';
import type { HomeLink } from '../../../src/home/link/link.ts';
import type { Transport } from '../../../src/home/link/transport.ts';

const signal = AbortSignal.timeout(30_000);

/** A line to the demo home that can go dead without closing, as when a host loses its power. */
function lineTo(demo: DemoHome) {
  const sockets: Transport[] = [];
  let isDead = false;
  return {
    sockets,
    goDead: () => (isDead = true),
    revive: () => (isDead = false),
    open: (): Transport => {
      const socket = demo.open();
      const send = socket.send.bind(socket);
      socket.send = (data) => {
        if (!isDead) send(data);
      };
      sockets.push(socket);
      return socket;
    },
  };
}

function nextEvent(link: HomeLink): Promise<string> {
  return new Promise((resolve) => {
    const leave = link.watch((event) => {
      leave();
      resolve(event);
    });
  });
}

describe('the link', () => {
  it('finds a connection that died without a word, and opens a new one', async () => {
    using demo = startDemoHome({ seed: 1, loss: 0, pace: 0 });
    const line = lineTo(demo);
    const options = { open: line.open, token: demo.token, connectTimeoutMs: 200, heartbeatMs: 50 };
    const link = await openLink(options, { signal });
    line.goDead();
    expect(await nextEvent(link)).toBe('disconnected');
    line.revive();
    expect(await nextEvent(link)).toBe('connected');
    const config = await link.request({ type: 'get_config' }, z.looseObject({}), { signal });
    expect(config).toHaveProperty('version');
    link.close();
  });

  it('keeps an idle connection that answers', async () => {
    using demo = startDemoHome({ seed: 1, loss: 0, pace: 0 });
    const line = lineTo(demo);
    const options = { open: line.open, token: demo.token, connectTimeoutMs: 1_000, heartbeatMs: 20 };
    const link = await openLink(options, { signal });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(link.connected).toBe(true);
    expect(line.sockets).toHaveLength(1);
    link.close();
  });

  it('leaves no connection open that was being made when it closed', async () => {
    using demo = startDemoHome({ seed: 1, loss: 0, pace: 0 });
    const line = lineTo(demo);
    const options = { open: line.open, token: demo.token, connectTimeoutMs: 1_000 };
    const link = await openLink(options, { signal });
    const lost = nextEvent(link);
    line.sockets[0]?.close();
    await lost;
    await expect.poll(() => line.sockets.length).toBe(2);
    link.close();
    await expect
      .poll(() => line.sockets.map((socket) => socket.readyState === socket.OPEN))
      .toEqual([false, false]);
  });
});
