/** The command line: every command registers itself; errors become one line and an exit code. */
import { Command, CommanderError } from 'commander';
import { isWyomingError } from 'wyoming-ts';
import { isVoiceError, toError } from '../core/errors.ts';
import { packageVersion } from '../core/version.ts';
import { registerAsk } from './ask.ts';
import { registerAudit } from './audit.ts';
import { registerBackup } from './backup.ts';
import { registerBench } from './bench.ts';
import type { CommandContext, RegisterCommand } from './context.ts';
import { registerDescribe } from './describe.ts';
import { registerDoctor } from './doctor.ts';
import { registerHealth } from './health.ts';
import { registerForget } from './forget.ts';
import { registerListen } from './listen.ts';
import { registerModels } from './models.ts';
import { registerPin } from './pin.ts';
import { registerSay } from './say.ts';
import { registerServe } from './serve.ts';
import { registerSetup } from './setup.ts';
import { registerToken } from './token.ts';
import { registerTranscribe } from './transcribe.ts';
import { registerTry } from './try.ts';
import { registerWake } from './wake.ts';

const commands: readonly RegisterCommand[] = [
  registerServe,
  registerSetup,
  registerTry,
  registerSay,
  registerTranscribe,
  registerListen,
  registerWake,
  registerAsk,
  registerModels,
  registerDoctor,
  registerBench,
  registerDescribe,
  registerHealth,
  registerToken,
  registerBackup,
  registerForget,
  registerPin,
  registerAudit,
];

/** Exit codes of the program, as `--help` of the shell's usual tools has them. */
const exitCodes = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;

function createProgram(context: CommandContext): Command {
  const program = new Command('hearken')
    .description(
      'A private voice assistant for Home Assistant: wake word, speech-to-text, text-to-speech and agent in one.',
    )
    .version(packageVersion)
    .showHelpAfterError('(run with --help for all options)')
    .addHelpText(
      'after',
      `
Examples:
  hearken                                  serve everything on tcp://127.0.0.1:10600
  hearken try                              speak a command through the whole chain and show every step
  hearken serve --host 0.0.0.0             serve satellites and Home Assistant on other machines
  hearken ask "turn on the kitchen light"  type instead of speaking
  hearken doctor                           check this installation; every finding ends with its fix

Settings come from flags, then HEARKEN_… variables, then hearken.yaml; docs/settings.md lists them all.`,
    );
  for (const register of commands) register(program, context);
  return program;
}

/** Runs the command in the arguments (without `node` and the script). Resolves to the exit code. */
export async function runCommandLine(args: readonly string[], context: CommandContext): Promise<number> {
  const program = createProgram(context);
  for (const command of [program, ...program.commands.flatMap((child) => [child, ...child.commands])]) {
    command.exitOverride();
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    if (context.signal.aborted) return exitCodes.interrupted;
    report(toError(error), context);
    return exitCodes.failed;
  }
}

function report(error: Error, { terminal }: CommandContext): void {
  const isKnown = isVoiceError(error) || isWyomingError(error);
  terminal.note(`hearken: ${error.message}${isKnown ? ` [${error.code}]` : ''}`);
  if (!isKnown && error.stack) terminal.note(error.stack);
}
