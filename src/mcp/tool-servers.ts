/** Keeps connections to the configured servers in the background, and the lists of their tools. Nobody waits for them. */
import { sleep, startDeadline } from '../core/abort.ts';
import type { Background } from '../core/background.ts';
import { toError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import type { OutsideTool, ToolServers } from '../agent/ports/tool-servers.ts';
import { isHomeAssistant, offeredTools, textOfResult } from './offered-tools.ts';
import type { McpServerSettings } from './options.ts';
import type { McpSession, OpenSession } from './session.ts';

export type ToolServersParts = {
  readonly servers: readonly McpServerSettings[];
  readonly open: OpenSession;
  readonly background: Background;
  readonly log: Logger;
};

/** Between two attempts; the last one repeats. A container that starts with us needs some seconds. */
const retryDelaysMs = [1_000, 5_000, 30_000, 120_000];
/** Starting a program with `npx` loads it first. */
const connectTimeoutMs = 60_000;
/** Where Home Assistant looks for the device that a request comes from. */
const deviceKey = 'io.home-assistant/device_id';

/** Connections of the newer protocol revisions tell nobody when their server went away: it is asked from time to time. */
const askAgainMs = 300_000;

type Held = {
  readonly session: McpSession;
  readonly tools: readonly OutsideTool[];
  /** Asks the server anew: it failed. */
  readonly askAgain: () => void;
};

export function keepToolServers({ servers, open, background, log }: ToolServersParts): ToolServers {
  const held = new Map<string, Held>();
  const byName = new Map(servers.map((settings) => [settings.name, settings]));

  const serve = async (settings: McpServerSettings, signal: AbortSignal): Promise<void> => {
    const { name } = settings;
    await using session = await connected(settings, open, signal);
    try {
      for (;;) {
        const failed = new AbortController();
        const tools = await listed(session, settings, signal);
        held.set(name, { session, tools, askAgain: () => failed.abort() });
        log.debug('tools of an MCP server', { server: name, count: tools.length });
        using pause = startDeadline(askAgainMs, AbortSignal.any([signal, failed.signal]));
        const change = await session.changed(pause).catch(() => 'tools' as const);
        signal.throwIfAborted();
        if (change === 'closed') return;
      }
    } finally {
      held.delete(name);
    }
  };

  for (const settings of servers) {
    background.run(`MCP server ${settings.name}`, async (signal) => {
      for (let attempt = 0; ; attempt += 1) {
        try {
          await serve(settings, signal);
          attempt = 0;
        } catch (error) {
          signal.throwIfAborted();
          log.warn('an MCP server does not answer', {
            server: settings.name,
            reason: toError(error).message,
          });
        }
        await sleep(retryDelaysMs[Math.min(attempt, retryDelaysMs.length - 1)] ?? 0, signal);
      }
    });
  }

  return {
    tools: () => servers.flatMap(({ name }) => held.get(name)?.tools ?? []),
    async call(tool, input, { deviceId, signal }) {
      const now = held.get(tool.server);
      const settings = byName.get(tool.server);
      if (now === undefined || settings === undefined)
        return { content: `${tool.server} does not answer now.`, isError: true };
      const meta = deviceId !== null && isHomeAssistant(settings) ? { [deviceKey]: deviceId } : {};
      using deadline = startDeadline(settings.timeoutMs, signal);
      try {
        return textOfResult(await now.session.call(tool.name, input, { meta, signal: deadline.signal }));
      } catch (error) {
        signal.throwIfAborted();
        now.askAgain();
        log.warn('a tool of an MCP server failed', {
          server: tool.server,
          tool: tool.name,
          reason: toError(error).message,
        });
        return { content: deadline.isOver ? 'It took too long.' : 'It failed.', isError: true };
      }
    },
  };
}

async function connected(
  settings: McpServerSettings,
  open: OpenSession,
  signal: AbortSignal,
): Promise<McpSession> {
  using deadline = startDeadline(connectTimeoutMs, signal);
  return await open(settings, deadline);
}

async function listed(
  session: McpSession,
  settings: McpServerSettings,
  signal: AbortSignal,
): Promise<readonly OutsideTool[]> {
  using deadline = startDeadline(settings.timeoutMs, signal);
  return offeredTools(await session.list(deadline), settings);
}
