/** One connection to an MCP server, by the protocol's official client. */
import type { Transport } from '@modelcontextprotocol/client';
import { Observed } from '../core/observed.ts';
import { packageVersion } from '../core/version.ts';
import type { Listed } from './offered-tools.ts';
import type { McpServerSettings } from './options.ts';

export type McpSession = AsyncDisposable & {
  list(options: { readonly signal: AbortSignal }): Promise<readonly Listed[]>;
  call(
    name: string,
    input: Readonly<Record<string, unknown>>,
    options: { readonly meta: Readonly<Record<string, unknown>>; readonly signal: AbortSignal },
  ): Promise<unknown>;
  /** Settles when the list of tools is another one, or the connection is over. */
  changed(options: { readonly signal: AbortSignal }): Promise<'tools' | 'closed'>;
};

export type OpenSession = (
  settings: McpServerSettings,
  options: { readonly signal: AbortSignal },
) => Promise<McpSession>;

/** Pages of tools; a server that sends more is not read. */
const mostPages = 10;

/** Rejects when the server does not answer. The client is loaded with the first server. */
export const openSession: OpenSession = async (settings, { signal }) => {
  const { Client } = await import('@modelcontextprotocol/client');
  const state = new Observed<{ readonly listVersion: number; readonly isClosed: boolean }>({
    listVersion: 0,
    isClosed: false,
  });
  let seen = 0;
  const onChanged = () => state.set({ ...state.value, listVersion: state.value.listVersion + 1 });
  const client = new Client(
    { name: 'hearken', version: packageVersion },
    {
      // Servers of the newest revision, and those before it.
      versionNegotiation: { mode: 'auto' },
      listMaxPages: mostPages,
      listChanged: { tools: { autoRefresh: false, onChanged } },
    },
  );
  // The client is no event target.
  // oxlint-disable-next-line unicorn/prefer-add-event-listener
  client.onclose = () => state.set({ ...state.value, isClosed: true });
  await client.connect(await transportFor(settings), { signal });
  return {
    async list(options) {
      seen = state.value.listVersion;
      // Past the cache of the client: a server that comes back may have other tools.
      return (await client.listTools(undefined, { ...options, cacheMode: 'refresh' })).tools;
    },
    call: async (name, input, { meta, signal: ending }) =>
      await client.callTool({ name, arguments: { ...input }, _meta: { ...meta } }, { signal: ending }),
    async changed(options) {
      const { isClosed } = await state.until((now) => now.isClosed || now.listVersion > seen, options);
      return isClosed ? 'closed' : 'tools';
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
};

async function transportFor({ url, headers, command, args, env }: McpServerSettings): Promise<Transport> {
  const revealed = (secrets: typeof headers) =>
    Object.fromEntries(Object.entries(secrets).map(([name, secret]) => [name, secret.reveal()]));
  if (url !== undefined) {
    const { StreamableHTTPClientTransport } = await import('@modelcontextprotocol/client');
    return new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers: revealed(headers) } });
  }
  const { getDefaultEnvironment, StdioClientTransport } = await import('@modelcontextprotocol/client/stdio');
  return new StdioClientTransport({
    command: command ?? '',
    args: [...args],
    env: { ...getDefaultEnvironment(), ...revealed(env) },
    stderr: 'ignore',
  });
}
