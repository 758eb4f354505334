/** Finding the server that a command talks to. */
import type { Command } from 'commander';
import { type ConfigInput, loadConfig } from '../config/load.ts';
import type { Config } from '../config/schema.ts';
import { addConfigFlags } from './config-flags.ts';

/** Flags for commands that only need to know where the server is. */
export function addServerFlags(command: Command): Command {
  return addConfigFlags(command, ['wyoming']);
}

const everywhere: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

/** Where a server that listens on an address is reached from this machine. */
function reachedAt({ host, port }: { readonly host: string; readonly port: number }): string {
  return `${everywhere[host] ?? (host.includes(':') ? `[${host}]` : host)}:${port}`;
}

/** The URI at which the configured server is reached from this machine. */
export const uriOf = ({ wyoming }: Pick<Config, 'wyoming'>): string => `tcp://${reachedAt(wyoming)}`;

/** The same for the HTTP interface. */
export const apiUrlOf = ({ api }: Pick<Config, 'api'>): string => `http://${reachedAt(api)}`;

export function serverUri(input: ConfigInput): string {
  return uriOf(loadConfig(input));
}
