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

/** The URI at which the configured server is reached from this machine. */
export function uriOf({ wyoming }: Pick<Config, 'wyoming'>): string {
  const host = everywhere[wyoming.host] ?? (wyoming.host.includes(':') ? `[${wyoming.host}]` : wyoming.host);
  return `tcp://${host}:${wyoming.port}`;
}

export function serverUri(input: ConfigInput): string {
  return uriOf(loadConfig(input));
}
