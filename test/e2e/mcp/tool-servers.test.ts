import { serve as listen } from '@hono/node-server';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ToolServers } from '../../../src/agent/ports/tool-servers.ts';
import { Background } from '../../../src/core/background.ts';
import { silentLogger } from '../../../src/core/log.ts';
import { mcpOptions, type McpServerSettings } from '../../../src/mcp/options.ts';
import { openSession } from '../../../src/mcp/session.ts';
import { keepToolServers } from '../../../src/mcp/tool-servers.ts';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const { signal } = new AbortController();

/** A real server on a port of its own; returns its address. */
async function serverWith(
  register: (server: McpServer) => void,
  path = '/mcp',
  seen: Headers[] = [],
): Promise<string> {
  const handler = createMcpHandler(() => {
    const server = new McpServer({ name: 'test', version: '1' });
    register(server);
    return server;
  });
  const server = listen({
    port: 0,
    hostname: '127.0.0.1',
    fetch: async (request) => {
      seen.push(request.headers);
      return await handler.fetch(request);
    },
  });
  if (!server.listening) await once(server, 'listening');
  closing.push(async () => {
    await handler.close();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}${path}`;
}

function keep(...servers: readonly Record<string, unknown>[]) {
  const settings: readonly McpServerSettings[] = mcpOptions.parse({ servers }).servers;
  const background = new Background(silentLogger);
  closing.push(() => background[Symbol.asyncDispose]());
  return keepToolServers({ servers: settings, open: openSession, background, log: silentLogger });
}

async function until(isSo: () => boolean): Promise<void> {
  const endMs = Date.now() + 10_000;
  while (!isSo() && Date.now() < endMs) await delay(20);
  expect(isSo()).toBe(true);
}

const page = (server: McpServer) =>
  server.registerTool(
    'read_page',
    {
      description: 'Reads a page.',
      inputSchema: z.object({ topic: z.string() }),
      annotations: { readOnlyHint: true },
    },
    async ({ topic }) => ({ content: [{ type: 'text', text: `About ${topic}.` }] }),
  );

const deleting = (server: McpServer) =>
  server.registerTool('delete_page', { description: 'Deletes.', inputSchema: z.object({}) }, async () => ({
    content: [{ type: 'text', text: 'gone' }],
  }));

const noting = (server: McpServer) =>
  server.registerTool(
    'add_note',
    { description: 'Notes.', inputSchema: z.object({}), annotations: { destructiveHint: false } },
    async () => ({ content: [{ type: 'text', text: 'noted' }] }),
  );

describe('servers of tools', () => {
  it('are connected in the background; what reads is offered and called', async () => {
    const seen: Headers[] = [];
    const url = await serverWith(
      (server) => void [page(server), deleting(server), noting(server)],
      '/mcp',
      seen,
    );
    const servers = keep({ name: 'wiki', url, headers: { authorization: 'Bearer key' } });
    expect(servers.tools()).toEqual([]);
    await until(() => servers.tools().length > 0);
    const [tool, ...others] = servers.tools();
    expect(others).toEqual([]);
    expect(tool).toMatchObject({ server: 'wiki', name: 'read_page', isReading: true });
    expect(tool && (await servers.call(tool, { topic: 'rice' }, { deviceId: null, signal }))).toEqual({
      content: 'About rice.',
      isError: false,
    });
    expect(seen.every((headers) => headers.get('authorization') === 'Bearer key')).toBe(true);
  });

  it.each([
    ['change', ['add_note', 'read_page']],
    ['all', ['add_note', 'delete_page', 'read_page']],
  ])('are allowed more by the household: %s', async (allow, names) => {
    const url = await serverWith((server) => void [page(server), deleting(server), noting(server)]);
    const servers = keep({ name: 'wiki', url, allow });
    await until(() => servers.tools().length > 0);
    expect(servers.tools().map(({ name }) => name)).toEqual(names);
  });

  it("of Home Assistant are told the speaker's device, and never act past our door", async () => {
    let device: unknown;
    const where = (server: McpServer) =>
      server.registerTool(
        'where',
        { description: 'x', inputSchema: z.object({}), annotations: { readOnlyHint: true } },
        async (_, context) => {
          device = context.mcpReq._meta?.['io.home-assistant/device_id'];
          return { content: [{ type: 'text', text: 'here' }] };
        },
      );
    const url = await serverWith((server) => void [where(server), deleting(server)], '/api/mcp/assist');
    const servers = keep({ name: 'home', url, allow: 'all' });
    await until(() => servers.tools().length > 0);
    const [tool, ...others] = servers.tools();
    expect(others).toEqual([]);
    if (tool) await servers.call(tool, {}, { deviceId: 'device-1', signal });
    expect(device).toBe('device-1');
  });

  it('that fail are an answer', async () => {
    const failing = (server: McpServer) =>
      server.registerTool(
        'read_it',
        { description: 'x', inputSchema: z.object({}), annotations: { readOnlyHint: true } },
        async () => await Promise.reject(new TypeError('broken')),
      );
    const servers = keep({ name: 'wiki', url: await serverWith(failing) });
    await until(() => servers.tools().length > 0);
    const [tool] = servers.tools();
    expect(tool && (await servers.call(tool, {}, { deviceId: null, signal })).isError).toBe(true);
  });

  it('that are not there are no tools, and no wait', async () => {
    const servers = keep({ name: 'gone', url: 'http://127.0.0.1:9/mcp' });
    await delay(50);
    expect(servers.tools()).toEqual([]);
  });
});

describe('a program that speaks over its input and output', () => {
  const program = fileURLToPath(new URL('../../support/llm/mcp-program.js', import.meta.url));
  const notes = { name: 'notes', command: process.execPath, args: [program, 'kept'], env: { NOTE: 'tea' } };

  const said = async (servers: ToolServers): Promise<string> => {
    const [tool] = servers.tools();
    if (tool === undefined) return '';
    return (await servers.call(tool, { title: 'drink' }, { deviceId: null, signal })).content;
  };
  const processOf = (text: string): number => Number(/, (\d+)\)$/.exec(text)?.[1]);

  it('is started with its arguments and variables, and its tools are called', async () => {
    const servers = keep(notes);
    await until(() => servers.tools().length > 0);
    expect(servers.tools()).toMatchObject([{ server: 'notes', name: 'read_note', isReading: true }]);
    expect(await said(servers)).toMatch(/^drink: tea \(kept, \d+\)$/);
  });

  it('knows none of our own variables', async () => {
    const { NOTE: _, ...env } = { ...notes.env };
    process.env['NOTE'] = 'a secret of ours';
    closing.push(() => void delete process.env['NOTE']);
    const servers = keep({ ...notes, env });
    await until(() => servers.tools().length > 0);
    expect(await said(servers)).toMatch(/^drink: {2}\(kept/);
  });

  it('has no tools when it was ended, and is started again', async () => {
    const servers = keep(notes);
    await until(() => servers.tools().length > 0);
    const first = processOf(await said(servers));
    process.kill(first, 'SIGKILL');
    await until(() => servers.tools().length === 0);
    await until(() => servers.tools().length > 0);
    expect(processOf(await said(servers))).not.toBe(first);
  });

  it('ends with us', async () => {
    const servers = keep(notes);
    await until(() => servers.tools().length > 0);
    const pid = processOf(await said(servers));
    await closing.pop()?.();
    await until(() => !isRunning(pid));
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
