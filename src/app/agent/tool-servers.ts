/** The programs whose tools a language model may use: connected in the background, with the policy in front of them. */
import { createDeedDoor } from '../../agent/act/deed-door.ts';
import type { Guard } from '../../agent/act/guard.ts';
import type { ToolsParts } from '../../agent/tools/tools.ts';
import type { Background } from '../../core/background.ts';
import type { Logger } from '../../core/log.ts';
import type { McpSettings } from '../../mcp/options.ts';
import { openSession } from '../../mcp/session.ts';
import { keepToolServers } from '../../mcp/tool-servers.ts';

/** Undefined when none is configured: nothing is loaded and nothing leaves this machine. */
export function startToolServers(
  { servers }: McpSettings,
  guard: Guard,
  { background, log }: { readonly background: Background; readonly log: Logger },
): ToolsParts['outside'] {
  if (servers.length === 0) return undefined;
  return {
    servers: keepToolServers({ servers, open: openSession, background, log }),
    deeds: createDeedDoor(guard),
  };
}
