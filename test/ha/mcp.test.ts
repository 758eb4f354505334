/** Home Assistant's own MCP server, as a language model is offered it. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { OutsideTool, ToolServers } from '../../src/agent/ports/tool-servers.ts';
import { CoreClient } from '../../src/bench/ha/core-client.ts';
import { furnish } from '../../src/bench/ha/furnish.ts';
import { defaultHouse } from '../../src/bench/ha/house.ts';
import { Background } from '../../src/core/background.ts';
import { silentLogger } from '../../src/core/log.ts';
import { mcpOptions } from '../../src/mcp/options.ts';
import { openSession } from '../../src/mcp/session.ts';
import { keepToolServers } from '../../src/mcp/tool-servers.ts';
import { type CoreProcess, startCore } from './support/core-process.ts';
import { addSatellite, type SatelliteAtHome } from './support/satellite-at-home.ts';

let core: CoreProcess;
let client: CoreClient;
let counter: SatelliteAtHome;
let servers: ToolServers;
const background = new Background(silentLogger);

beforeAll(async () => {
  core = await startCore();
  client = await CoreClient.onboard(core);
  await furnish(client, defaultHouse);
  counter = await addSatellite({ client }, { name: 'Counter', area: 'Kitchen' });
  await client.flow('mcp_server', {});
  const url = `${core.url}/api/mcp/assist`;
  const headers = { authorization: `Bearer ${client.token}` };
  const settings = mcpOptions.parse({ servers: [{ name: 'home', url, headers, allow: 'all' }] });
  servers = keepToolServers({ servers: settings.servers, open: openSession, background, log: silentLogger });
  await vi.waitUntil(() => servers.tools().length > 0, { timeout: 20_000 });
}, 300_000);

afterAll(async () => {
  await background[Symbol.asyncDispose]();
  await counter?.satellite[Symbol.asyncDispose]();
  await client?.[Symbol.asyncDispose]();
  await core?.[Symbol.asyncDispose]();
});

const call = async (name: string, deviceId: string | null = null) => {
  const tool: OutsideTool = { server: 'home', name, description: '', inputSchema: {}, isReading: true };
  return await servers.call(tool, {}, { deviceId, signal: core.signal });
};

describe("Home Assistant's own MCP server", () => {
  it('offers what reads, and nothing that acts past our door', () => {
    const offered = servers.tools();
    expect(offered.map(({ name }) => name)).toContain('homeassistant__GetLiveContext');
    expect(offered.every(({ isReading }) => isReading)).toBe(true);
    expect(offered.filter(({ name }) => /turn|set|open|close|lock|start|cancel/i.test(name))).toEqual([]);
  });

  it('tells the states of what is exposed', async () => {
    const { content, isError } = await call('homeassistant__GetLiveContext');
    expect(isError).toBe(false);
    expect(content).toContain('Office Lamp');
    expect(content).not.toContain('Server Rack');
  });

  it('takes the device of the speaker: only a satellite with timers has any', async () => {
    const status = 'intent__HassTimerStatus';
    expect(await call(status, counter.named.device_id)).toMatchObject({ isError: false });
    expect(await call(status)).toMatchObject({ isError: true });
  });
});
