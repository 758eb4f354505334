/** `hearken models list|pull|check`. */
import { availableParallelism, totalmem } from 'node:os';
import { openModelLibrary } from '../app/engines/models.ts';
import { EngineError } from '../core/errors.ts';
import { checkModels } from '../model-store/check-models.ts';
import { defaultModels } from '../model-store/default-models.ts';
import { listModels, modelCells } from '../model-store/list-models.ts';
import { createProgressView } from '../model-store/download/progress-view.ts';
import { pullModels } from '../model-store/download/pull-models.ts';
import { addConfigFlags, settingsOf } from './config-flags.ts';
import type { CommandContext, RegisterCommand } from './context.ts';
import { table } from './terminal.ts';

export const registerModels: RegisterCommand = (program, context) => {
  const group = program
    .command('models')
    .summary('list, fetch and check models')
    .description(
      'Models are looked for in --models, models/ in the checkout, ../shared/models beside it, and the cache.',
    );
  registerList(group, context);
  registerPull(group, context);
  registerCheck(group, context);
};

const registerList: RegisterCommand = (group, { terminal, signal }) => {
  const command = group
    .command('list')
    .summary('what is installed and what can be fetched')
    .option('--all', 'every language, not only yours')
    .addHelpText('after', '\nExample:\n  hearken models list --language de');
  addConfigFlags(command, ['models']).action(async (options: { all?: boolean }) => {
    const config = settingsOf(command, terminal);
    const { catalog, ...library } = await openModelLibrary(config);
    const inventory = await library.inventory({ signal });
    const language = options.all ? {} : { language: config.language };
    terminal.print(table(modelCells(listModels({ inventory, catalog, ...language }))));
    for (const problem of inventory.problems)
      terminal.note(`${problem.id ?? problem.directory}: ${problem.reason}; ${problem.fix}`);
  });
};

const registerPull: RegisterCommand = (group, context) => {
  const command = group
    .command('pull [id...]')
    .summary('fetch models; without ids the defaults of your language')
    .description(
      'Fetches models with a progress bar, resumes what was cut, and checks every byte. Licences are shown first.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  hearken models pull\n  hearken models pull --language de\n  hearken models pull silero-vad',
    );
  addConfigFlags(command, ['models']).action(async (asked: string[]) => {
    const config = settingsOf(command, context.terminal);
    const { catalog, downloadDir } = await openModelLibrary(config);
    const machine = { memoryBytes: totalmem(), cpuCount: availableParallelism() };
    const defaults = defaultModels(catalog, config.language, machine);
    if (asked.length === 0) for (const gap of defaults.gaps) context.terminal.note(gap.reason);
    const ids = asked.length > 0 ? asked : defaults.models.map(({ id }) => id);
    const mirror = config.models.mirror === '' ? {} : { mirror: config.models.mirror };
    await pullWithProgress({ ids, catalog, dir: downloadDir, ...mirror, signal: context.signal }, context);
  });
};

async function pullWithProgress(
  options: Parameters<typeof pullModels>[0],
  { terminal }: CommandContext,
): Promise<void> {
  const view = createProgressView(terminal.isInteractive ? { columns: process.stderr.columns } : {});
  const failures: string[] = [];
  for await (const event of pullModels(options)) {
    const { lines, bar } = view(event);
    if (terminal.isInteractive) terminal.redraw(bar ?? '');
    for (const line of lines) terminal.note(line);
    if (event.kind === 'failed') failures.push(event.id);
  }
  if (terminal.isInteractive) terminal.redraw('');
  if (failures.length > 0)
    throw new EngineError('MODEL_DOWNLOAD_FAILED', `not fetched: ${failures.join(', ')}`);
}

const registerCheck: RegisterCommand = (group, { terminal, signal }) => {
  const command = group
    .command('check')
    .summary('prove that installed models are whole')
    .description(
      'Reads every file of every installed model and compares size and hash with what they should be.',
    );
  addConfigFlags(command, ['models']).action(async () => {
    const config = settingsOf(command, terminal);
    const { dirs, ...library } = await openModelLibrary(config);
    const inventory = await library.inventory({ signal });
    let damaged = 0;
    for await (const check of checkModels({ inventory, dirs, signal })) {
      terminal.print(`${check.verdict.padEnd(10)}  ${check.id}  (${check.checkedFiles} files)`);
      for (const fault of check.faults) terminal.note(`  ${fault}`);
      if (check.fix !== undefined) terminal.note(`  fix: ${check.fix}`);
      if (check.verdict === 'damaged') damaged += 1;
    }
    if (damaged > 0) throw new EngineError('MODEL_CORRUPT', `${damaged} damaged`);
  });
};
