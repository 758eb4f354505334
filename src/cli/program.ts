/** The command line: every command registers itself; errors become one line and an exit code. */
import { Command, CommanderError } from 'commander';
import { isWyomingError } from 'wyoming-ts';
import { isVoiceError, toError } from '../core/errors.ts';
import { packageVersion } from '../core/version.ts';
import type { CommandContext, RegisterCommand } from './context.ts';

/** In the order of the help. Each is loaded when it is asked for: all together take half a second to load. */
const commands: Readonly<Record<string, () => Promise<RegisterCommand>>> = {
  serve: async () => (await import('./serve.ts')).registerServe,
  setup: async () => (await import('./setup.ts')).registerSetup,
  try: async () => (await import('./try.ts')).registerTry,
  say: async () => (await import('./say.ts')).registerSay,
  transcribe: async () => (await import('./transcribe.ts')).registerTranscribe,
  listen: async () => (await import('./listen.ts')).registerListen,
  wake: async () => (await import('./wake.ts')).registerWake,
  ask: async () => (await import('./ask.ts')).registerAsk,
  models: async () => (await import('./models.ts')).registerModels,
  doctor: async () => (await import('./doctor.ts')).registerDoctor,
  bench: async () => (await import('./bench.ts')).registerBench,
  describe: async () => (await import('./describe.ts')).registerDescribe,
  health: async () => (await import('./health.ts')).registerHealth,
  token: async () => (await import('./token.ts')).registerToken,
  backup: async () => (await import('./backup.ts')).registerBackup,
  forget: async () => (await import('./forget.ts')).registerForget,
  pin: async () => (await import('./pin.ts')).registerPin,
  audit: async () => (await import('./audit.ts')).registerAudit,
};

/** The one that the arguments name, the default one for flags alone, and all for help or a name that is none. */
async function askedCommands([first]: readonly string[]): Promise<readonly RegisterCommand[]> {
  const isServe = first === undefined || (first.startsWith('-') && !isAboutAll.has(first));
  const name = isServe ? 'serve' : first;
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return await Promise.all((load ? [load] : Object.values(commands)).map(async (one) => await one()));
}

const isAboutAll: ReadonlySet<string> = new Set(['-h', '--help', '-V', '--version']);

/** Exit codes of the program, as `--help` of the shell's usual tools has them. */
const exitCodes = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** All commands when the arguments ask for help, else the one they name. */
export async function createProgram(args: readonly string[], context: CommandContext): Promise<Command> {
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
  for (const register of await askedCommands(args)) register(program, context);
  return program;
}

/** Runs the command in the arguments (without `node` and the script). Resolves to the exit code. */
export async function runCommandLine(args: readonly string[], context: CommandContext): Promise<number> {
  const program = await createProgram(args, context);
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
