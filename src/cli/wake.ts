/** `hearken wake test "phrase"`: how well a typed wake phrase is heard, before anybody lives with it. */
import { planEngines } from '../app/engines/engine-plan.ts';
import { openModelLibrary } from '../app/engines/models.ts';
import type { WakeTestResult } from '../bench/wake/wake-test.ts';
import { EngineError } from '../core/errors.ts';
import { modelsFor } from '../model-store/find-model.ts';
import { addConfigFlags, settingsOf } from './config-flags.ts';
import type { RegisterCommand } from './context.ts';
import { table, type Terminal } from './terminal.ts';

export const registerWake: RegisterCommand = (program, { terminal, signal }) => {
  const group = program
    .command('wake')
    .summary('test wake phrases, before you live with them')
    .description('Wake phrases need no training: type one, test it, use it.');
  const command = group
    .command('test <phrase...>')
    .summary('how well phrases are heard')
    .description(
      'Speaks each phrase with every installed voice, fast and slow, in noise and in rooms, and counts how often it is heard and what else wakes it.',
    )
    .option('--json', 'print the results as JSON')
    .addHelpText(
      'after',
      `
Examples:
  hearken wake test "hey professor"
  hearken wake test "hey professor" "okay house" computer

Warns below 90 %. Synthetic voices speak more clearly than people do: this finds bad phrases, it promises no rate.`,
    );
  addConfigFlags(command, ['models']).action(async (phrases: string[], options: { json?: boolean }) => {
    const config = settingsOf(command, terminal);
    const library = await openModelLibrary(config);
    const inventory = await library.inventory({ signal });
    const [model] = modelsFor(inventory, 'sherpa-kws');
    const voices = planEngines(config, inventory).specs.find((engine) => engine.kind === 'tts');
    if (!model || !voices) {
      throw new EngineError(
        'MODEL_NOT_INSTALLED',
        'testing needs a voice and a model that spots phrases: run "hearken models pull"',
      );
    }
    // Loaded here, because they bring native libraries that no other command wants.
    const { prepareWakeTest } = await import('../bench/wake/wake-test.ts');
    const { createTtsEngine } = await import('../engines/tts/create.ts');
    await using tts = await createTtsEngine(voices.spec, { signal });
    const test = await prepareWakeTest({
      model,
      tts,
      signal,
      progress: (text) => terminal.note(`${text} …`),
    });
    const results: WakeTestResult[] = [];
    for (const phrase of phrases) {
      const result = await test.run(phrase, { signal });
      results.push(result);
      if (!options.json) report(result, terminal);
    }
    if (options.json) terminal.print(JSON.stringify(results, undefined, 2));
  });
};

const percent = (heard: number, spoken: number): string =>
  `${((100 * heard) / Math.max(1, spoken)).toFixed(0)} %`;

function report(result: WakeTestResult, { print, note }: Terminal): void {
  const [low, high] = result.interval;
  print(
    `\n"${result.phrase}": heard ${percent(result.heard, result.spoken)} of ${result.spoken} (95 %: ${percent(low, 1)} to ${percent(high, 1)})`,
  );
  print(table(result.conditions.map(({ name, heard, spoken }) => [`  ${name}`, percent(heard, spoken)])));
  print(
    `  false accepts: ${result.falseAccepts.length} in ${result.negativeMinutes.toFixed(1)} minutes of speech`,
  );
  for (const sentence of result.falseAccepts) print(`    "${sentence}"`);
  for (const warning of result.warnings) note(`  warning: ${warning}`);
}
