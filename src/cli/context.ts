/** What every command gets. */
import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

export type CommandContext = {
  readonly terminal: Terminal;
  /** Aborts when the person stops the program. */
  readonly signal: AbortSignal;
};

/** Adds one command (or a group of them) to the program. */
export type RegisterCommand = (program: Command, context: CommandContext) => void;
