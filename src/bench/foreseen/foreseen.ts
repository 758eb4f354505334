/** Table `foreseen`: how often the reply that is said had been foreseen while its sentence was heard. */
import type { Step } from '../../agent/understand/plan.ts';
import type { BenchOptions, BenchReport, BenchRow, BenchTable } from '../report.ts';
import { readDialogues } from '../agent/dialogues.ts';
import { readTasks, taskSets } from '../agent/task-files.ts';
import { type ForeseenTurn, openForesight } from './talk.ts';
import { listRecordings } from '../recordings.ts';
import { wilson } from '../statistics.ts';

type Kind = Step['kind'] | 'several';

type SaidTurn = ForeseenTurn & { readonly set: string };

async function run(options: BenchOptions): Promise<BenchReport> {
  const turns: SaidTurn[] = [];
  for await (const turn of talks(options)) turns.push(turn);
  const sets = [...new Set(turns.map(({ set }) => set))];
  const kinds = [...new Set(turns.map(({ kind }) => kind))].sort();
  return {
    table: foreseenTable.name,
    models: [],
    notes: [
      'demo devices answer in their usual times; the language model is off',
      `not foreseen: ${countByKind(turns.filter(({ rank }) => rank === undefined))}`,
    ],
    rows: [
      ...sets.map((set) =>
        hitRow(
          `replies foreseen, ${set}`,
          turns.filter((turn) => turn.set === set),
        ),
      ),
      hitRow('replies foreseen, all', turns),
      hitRow('  with the first guess', turns, ({ rank }) => rank === 0),
      ...kinds.map((kind) =>
        hitRow(
          `  of these ${kind}`,
          turns.filter((turn) => turn.kind === kind),
        ),
      ),
    ],
  };
}

/** Recorded commands one after the other in the demo home, our own dialogues, and tasks in houses of others. */
async function* talks({ evalDir, smoke, signal, progress }: BenchOptions): AsyncGenerator<SaidTurn, void> {
  const some = <Item>(items: readonly Item[]): readonly Item[] => (smoke ? items.slice(0, 4) : items);
  progress('recorded commands …');
  {
    await using talk = await openForesight({ areaId: 'kitchen', signal });
    for (const { text } of some(await listRecordings(evalDir, ['commands/ha-en-'])))
      if (text) yield { ...(await talk.say(text)), set: 'recorded commands' };
  }
  progress('dialogues …');
  for (const { areaId, turns } of some(await readDialogues())) {
    await using talk = await openForesight({ ...(areaId !== undefined && { areaId }), signal });
    for (const { say, language } of turns)
      if (language === 'en') yield { ...(await talk.say(say)), set: 'own dialogues' };
  }
  for (const set of some(taskSets)) {
    progress(`${set} …`);
    for (const { sentence, house, areaId } of some(await readTasks(evalDir, set))) {
      await using talk = await openForesight({ house, ...(areaId !== undefined && { areaId }), signal });
      yield { ...(await talk.say(sentence)), set: "tasks in others' houses" };
    }
  }
}

function hitRow(
  metric: string,
  turns: readonly SaidTurn[],
  isHit = ({ rank }: SaidTurn): boolean => rank !== undefined,
): BenchRow {
  const hits = turns.filter(isHit).length;
  const [low, high] = wilson(hits, turns.length);
  const interval = [100 * low, 100 * high] as const;
  return { metric, value: (100 * hits) / turns.length, unit: '%', n: turns.length, interval };
}

function countByKind(turns: readonly SaidTurn[]): string {
  const counts = new Map<Kind, number>();
  for (const { kind } of turns) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ') || 'none';
}

export const foreseenTable: BenchTable = {
  name: 'foreseen',
  description: 'how often a reply is known while its sentence is still heard',
  run,
};
