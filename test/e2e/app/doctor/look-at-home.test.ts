import { describe, expect, it } from 'vitest';
import { lookAtHome } from '../../../../src/app/doctor/look-at-home.ts';
import { homeOptions } from '../../../../src/home/options.ts';
import { startDemoServer } from '../../../support/home/demo-server.ts';

const { signal } = new AbortController();

describe('looking at the home for the doctor', () => {
  it('tells what is exposed and what stays invisible', async () => {
    await using server = await startDemoServer({ isAdmin: false });
    const { url, demo } = server;
    const facts = await lookAtHome(homeOptions.parse({ url, token: demo.token }), { signal });
    expect(facts).toMatchObject({
      isDemo: false,
      status: 'connected',
      exposure: { isComplete: false, unseenCount: 0 },
    });
    expect(facts.entityCount).toBeGreaterThan(30);
  });

  it('tells a token that is not accepted', async () => {
    await using server = await startDemoServer();
    const facts = await lookAtHome(homeOptions.parse({ url: server.url, token: 'wrong' }), { signal });
    expect(facts).toMatchObject({ status: 'refused', entityCount: 0 });
  });

  it('tells the demo home when nothing is configured', async () => {
    expect(await lookAtHome(homeOptions.parse({}), { signal })).toMatchObject({ isDemo: true });
  });
});
