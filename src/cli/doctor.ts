/** `hearken doctor`: checks this installation; every finding ends with its fix. */
import { writeFile } from 'node:fs/promises';
import { dataDirectoryProblem } from '../app/data/data-files.ts';
import { readDiskUse } from '../app/data/disk-use.ts';
import { usesHome } from '../app/engines/engine-plan.ts';
import { lookAtHome } from '../app/doctor/look-at-home.ts';
import { withHomeLanguage } from '../app/home-language.ts';
import { lookAtLanguageModels } from '../app/doctor/look-at-language-models.ts';
import { lookAtWorkers } from '../app/doctor/look-at-workers.ts';
import { measureSpeed } from '../app/doctor/measure-speed.ts';
import { jobsHere, openModelLibrary } from '../app/engines/models.ts';
import { describeServer } from '../client/voice-client.ts';
import { leaves } from '../config/leaves.ts';
import { loadConfig } from '../config/load.ts';
import { startDeadline } from '../core/abort.ts';
import { systemClock } from '../core/clock.ts';
import { EngineError } from '../core/errors.ts';
import { silentLogger } from '../core/log.ts';
import { type Finding, findingLines } from '../doctor/finding.ts';
import { readMachine } from '../doctor/machine.ts';
import { makeReport } from '../doctor/report.ts';
import { runDoctor } from '../doctor/run-doctor.ts';
import { addConfigFlags, configInput } from './config-flags.ts';
import type { RegisterCommand } from './context.ts';
import { registerDoctorLlm } from './doctor-llm.ts';
import { uriOf } from './server-flags.ts';

/** Text and first sound together; with them a reply starts within half a second after the last word. */
const defaultBudgetMs = '300';
const probeTimeoutMs = 1_000;

type Options = { readonly measure: boolean; readonly budgetMs: string; readonly report?: string };

export const registerDoctor: RegisterCommand = (program, context) => {
  const { terminal, signal } = context;
  const command = program
    .command('doctor')
    .summary('check this installation; every finding ends with its fix')
    .description(
      'Checks machine, ports, the home and models, measures the engines, and ends each finding with its fix.',
    )
    .option('--no-measure', 'do not run the engines')
    .option(
      '--report <file>',
      'also write the findings for a bug report, without secrets, addresses and names',
    )
    .option('--budget-ms <number>', 'how long text and first sound may take together', defaultBudgetMs)
    .addHelpText('after', '\nExits with 1 when something will not work.');
  addConfigFlags(command).action(async (options: Options) => {
    const config = await withHomeLanguage(loadConfig(configInput(command)), { log: silentLogger, signal });
    const { catalog, dirs, downloadDir, ...library } = await openModelLibrary(config);
    const inventory = await library.inventory({ signal });
    const findings: Finding[] = [];
    const machine = await readMachine(downloadDir);
    const { data } = config.directories;
    for await (const finding of runDoctor({
      machine,
      dataDirectory: { path: data, problem: await dataDirectoryProblem(data) },
      notices: config.notices,
      diskUse: await readDiskUse(config).catch(() => undefined),
      catalog,
      inventory,
      dirs,
      language: config.language,
      jobs: jobsHere(config),
      listeners: [
        { ...config.wyoming, flag: '--port' },
        { ...config.api, flag: '--api-port' },
      ],
      ...(usesHome(config) && { lookAtHome: () => lookAtHome(config.home, { signal }) }),
      lookAtWorkers: () => lookAtWorkers(config, { signal }),
      lookAtLanguageModels: () => lookAtLanguageModels(config, { signal }),
      discovery: {
        hosts: [config.wyoming.host, config.api.host],
        zeroconf: config.discovery.zeroconf,
        homeUrl: config.home.url,
        isApp: config.app !== undefined,
      },
      endsSentences: config.stt.endpointing === 'hearken',
      isOurs: () => isHearken(uriOf(config), signal),
      ...(options.measure && { measure: () => measureSpeed(config, { signal }) }),
      budgetMs: Number(options.budgetMs),
      signal,
    })) {
      for (const line of findingLines(finding)) terminal.print(line);
      findings.push(finding);
    }
    if (options.report !== undefined) {
      const report = makeReport({ machine, findings, settings: config, leaves, nowMs: systemClock.now() });
      await writeFile(options.report, `${JSON.stringify(report, undefined, 2)}\n`);
      terminal.note(`wrote ${options.report}; have a look at it before you send it`);
    }
    const problems = findings.filter(({ verdict }) => verdict === 'problem');
    if (problems.length > 0)
      throw new EngineError(
        'ENGINE_FAILED',
        `${problems.length} of the findings will not work until they are fixed`,
      );
  });
  registerDoctorLlm(command, context);
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
