/** `hearken doctor`: checks this installation; every finding ends with its fix. */
import { mkdir } from 'node:fs/promises';
import { lookAtHome } from '../app/home.ts';
import { measureSpeed } from '../app/measure-speed.ts';
import { openModelLibrary } from '../app/models.ts';
import { describeServer } from '../client/voice-client.ts';
import { loadConfig } from '../config/load.ts';
import { startDeadline } from '../core/abort.ts';
import { EngineError } from '../core/errors.ts';
import { findingLines } from '../doctor/finding.ts';
import { readMachine } from '../doctor/machine.ts';
import { runDoctor } from '../doctor/run-doctor.ts';
import { addConfigFlags, configInput } from './config-flags.ts';
import type { RegisterCommand } from './context.ts';
import { uriOf } from './server-flags.ts';

/** Text and first sound together; with them a reply starts within half a second after the last word. */
const defaultBudgetMs = '300';
const probeTimeoutMs = 1_000;

export const registerDoctor: RegisterCommand = (program, { terminal, signal }) => {
  const command = program
    .command('doctor')
    .summary('check this installation')
    .description(
      'Checks machine, ports, the home and models, measures the engines, and ends each finding with its fix.',
    )
    .option('--no-measure', 'do not run the engines')
    .option('--budget-ms <number>', 'how long text and first sound may take together', defaultBudgetMs)
    .addHelpText('after', '\nExits with 1 when something will not work.');
  addConfigFlags(command).action(async (options: { measure: boolean; budgetMs: string }) => {
    const config = loadConfig(configInput(command));
    const { catalog, dirs, downloadDir, ...library } = await openModelLibrary(config);
    await mkdir(downloadDir, { recursive: true });
    const inventory = await library.inventory({ signal });
    let problems = 0;
    for await (const finding of runDoctor({
      machine: await readMachine(downloadDir),
      catalog,
      inventory,
      dirs,
      language: config.language,
      jobs: ['wake', 'stt', 'vad', 'tts'],
      listeners: [
        { ...config.wyoming, flag: '--port' },
        { ...config.api, flag: '--api-port' },
      ],
      lookAtHome: () => lookAtHome(config.home, { signal }),
      endsSentences: config.stt.endpointing === 'hearken',
      isOurs: () => isHearken(uriOf(config), signal),
      ...(options.measure && { measure: () => measureSpeed(config, { signal }) }),
      budgetMs: Number(options.budgetMs),
      signal,
    })) {
      for (const line of findingLines(finding)) terminal.print(line);
      if (finding.verdict === 'problem') problems += 1;
    }
    if (problems > 0)
      throw new EngineError(
        'ENGINE_FAILED',
        `${problems} of the findings will not work until they are fixed`,
      );
  });
};

async function isHearken(uri: string, signal: AbortSignal): Promise<boolean> {
  using deadline = startDeadline(probeTimeoutMs, signal);
  try {
    const info = await describeServer(uri, { signal: deadline.signal });
    return [...info.asr, ...info.tts, ...info.wake, ...info.handle].some(({ name }) => name === 'hearken');
  } catch {
    return false;
  }
}
