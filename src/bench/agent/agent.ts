/** Table `agent`: does the local agent do what people say, and leave alone what they did not ask for? */
import { readGrammar } from '../../agent/understand/load-grammar.ts';
import { compileGrammar, type Grammar } from '../../agent/understand/grammar/matcher.ts';
import { judgeOthers, judgeSlurp, otherSentences } from './crowd.ts';
import { judgeDialogues } from './dialogues.ts';
import { judgeModel } from './language-model.ts';
import { judgeHaIntents } from './ha-intents.ts';
import { measureLatency } from './latency.ts';
import type { Judged } from './split.ts';
import { taskSets } from './task-files.ts';
import { judgeTasks } from './tasks.ts';
import { suspectTemplates } from './templates.ts';
import type { BenchOptions, BenchReport, BenchRow, BenchTable } from '../report.ts';
import { wilson } from '../statistics.ts';

export const agentTable: BenchTable = {
  name: 'agent',
  description: 'the local agent against sentences of others: state changes, intents, crowds, latency',
  run,
};

/** What Home Assistant's own agent reaches on the same sets, and what we must. */
const taskTargets: Readonly<
  Record<(typeof taskSets)[number], { readonly target: number; readonly ha: number }>
> = {
  assist: { target: 75, ha: 53 },
  'assist-mini': { target: 80, ha: 52 },
  intents: { target: 98.8, ha: 98.8 },
  questions: { target: 85, ha: 75 },
};

async function run(options: BenchOptions): Promise<BenchReport> {
  const { evalDir, smoke, progress, llm } = options;
  if (llm) return await judgeModel(llm, options);
  const file = readGrammar('en');
  const grammar: Grammar = compileGrammar(file);
  const rows: BenchRow[] = [];
  const notes = [
    'held out: a third of each set, by a hash of the sentence, that nobody read while writing',
    'a question that a yes or the name of a device answers counts as right where it is about the right kind of action',
    "beside: Home Assistant's own agent on the same tasks: assist 53 %, assist-mini 52 %, intents 98.8 %, questions 75 %",
    'a task that expects no change passes when nothing changed and the reply gives the reason or the answer',
  ];

  progress('latency …');
  // First, as in a program that has just begun: what the other rows leave behind is collected meanwhile.
  const latency = measureLatency(grammar, await otherSentences(evalDir), smoke);

  const tasks = await judgeTasks(evalDir, options);
  for (const set of taskSets) {
    const ofSet = tasks.filter((task) => task.set === set);
    const { target } = taskTargets[set];
    // Questions change nothing: there the answer is the task.
    const counted = set === 'questions' ? ofSet : ofSet.filter(({ expectsNothing }) => !expectsNothing);
    rows.push(...splitRows(`home-assistant-datasets ${set}`, counted, target));
    const still = ofSet.filter(({ expectsNothing }) => expectsNothing);
    if (set !== 'questions' && still.length > 0)
      rows.push(share(`home-assistant-datasets ${set}, no change expected`, still));
    if (set === 'assist')
      rows.push(
        share(
          `home-assistant-datasets ${set}, without "upstairs"`,
          counted.filter(({ sentence }) => !/upstairs/i.test(sentence)),
        ),
      );
  }
  const changing = tasks.filter(({ expectsNothing }) => !expectsNothing);
  rows.push(
    needlessQuestions(
      'needless questions in tasks',
      changing.map(({ asked }) => asked),
    ),
  );

  progress('sentences of Home Assistant …');
  rows.push(
    ...splitRows(
      "Home Assistant's test sentences, intent and slots",
      await judgeHaIntents(evalDir, grammar),
      97,
    ),
  );
  progress('sentences of crowds …');
  const commands = await judgeSlurp(evalDir, grammar);
  rows.push(...splitRows('SLURP device control, right kind of action', commands, 60));
  rows.push(
    ...splitRows(
      '  without those that were asked about first',
      commands.map((command) => ({ ...command, isRight: command.isRight && !command.isAsked })),
      60,
    ),
  );
  const others = await judgeOthers(evalDir, grammar);
  rows.push(unaskedRow(others));
  rows.push(
    needlessQuestions(
      'SLURP and CLINC outside the home: sentences answered with a question about a device',
      others.map(({ isAsked }) => isAsked),
    ),
  );

  progress('dialogues …');
  const dialogues = share(
    'own dialogues of three turns and more, right to the end',
    await judgeDialogues(options),
  );
  rows.push({ ...dialogues, target: '≥ 95', met: dialogues.value >= 95 });

  rows.push(...latency);

  progress('templates …');
  const suspects = await suspectTemplates(evalDir, file, grammar);
  notes.push(...suspects.map((source) => `template for one sentence only: ${source}`));
  rows.push({
    metric: 'templates of five and more fixed words that serve one sentence of the sets',
    value: suspects.length,
    unit: 'templates',
    n: file.intents.reduce((sum, { sentences }) => sum + sentences.length, 0),
    target: '0',
    met: suspects.length === 0,
  });
  return { table: agentTable.name, models: [], notes, rows };
}

/** All of a set, and its third that was held out, which may be five points lower. */
function splitRows(metric: string, judged: readonly Judged[], target: number): readonly BenchRow[] {
  const held = judged.filter(({ isHeldOut }) => isHeldOut);
  const all = share(metric, judged);
  return [
    { ...all, target: `≥ ${target}`, met: all.value >= target },
    ...(held.length === 0 ? [] : [share(`  held out`, held)]),
    share(
      `  read while writing`,
      judged.filter(({ isHeldOut }) => !isHeldOut),
    ),
  ];
}

function share(metric: string, judged: readonly Judged[]): BenchRow {
  const right = judged.filter(({ isRight }) => isRight).length;
  const [low, high] = wilson(right, judged.length);
  return {
    metric,
    value: (100 * right) / Math.max(1, judged.length),
    unit: '%',
    n: judged.length,
    interval: [100 * low, 100 * high],
  };
}

/** Questions where none was needed. */
function needlessQuestions(metric: string, asked: readonly boolean[]): BenchRow {
  const value = (100 * asked.filter(Boolean).length) / Math.max(1, asked.length);
  return { metric, value, unit: '%', n: asked.length, target: '≤ 2', met: value <= 2 };
}

function unaskedRow(judged: readonly Judged[]): BenchRow {
  const wrong = judged.filter(({ isRight }) => !isRight).length;
  return {
    metric: 'SLURP and CLINC outside the home: sentences that would change a device',
    value: wrong,
    unit: 'sentences',
    n: judged.length,
    target: '0',
    met: wrong === 0,
  };
}
