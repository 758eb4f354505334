/** How long a sentence takes to become a plan, understood or not, in a home of a thousand and of ten thousand. */
import type { Grammar } from '../../agent/understand/grammar/matcher.ts';
import { understand } from '../../agent/understand/understand.ts';
import { systemClock } from '../../core/clock.ts';
import { demoModel } from '../../home/demo/demo-model.ts';
import type { HomeModel } from '../../home/model/home-model.ts';
import { largeHouse } from '../large-house.ts';
import type { BenchRow } from '../report.ts';
import { quantile } from '../statistics.ts';

/** Targets of the smaller home; the larger may take three times as long. */
const p50TargetMs = 2;
const p95TargetMs = 8;
const growth = 3;

export function measureLatency(
  grammar: Grammar,
  otherSentences: readonly string[],
  smoke: boolean,
): readonly BenchRow[] {
  return [1_000, 10_000].flatMap((entityCount, at) => {
    const model = demoModel({ house: largeHouse(entityCount) });
    const areaId = [...model.areas.keys()][0] ?? null;
    const run = (text: string): number => {
      const start = systemClock.monotonicMs();
      understand(text, { model, areaId, lastEntityIds: [] }, grammar);
      return systemClock.monotonicMs() - start;
    };
    const count = smoke ? 40 : 400;
    const sets: readonly (readonly [string, readonly string[]])[] = [
      ['commands and questions', commandsFor(model, count, 0)],
      ['sentences of other matters', otherSentences.slice(0, count)],
    ];
    // The first sentences compile the code. They are others than those that are measured: what was looked up is kept.
    for (const text of [...commandsFor(model, count, 1), ...otherSentences.slice(count, 2 * count)])
      run(text);
    const factor = at === 0 ? 1 : growth;
    return sets.flatMap(([name, sentences]) => {
      const times = sentences.map(run);
      const row = (q: number, targetMs: number): BenchRow => ({
        metric: `understand → plan, ${entityCount} entities, ${name}, p${q * 100}`,
        value: quantile(times, q),
        unit: 'ms',
        n: times.length,
        target: `≤ ${targetMs * factor}`,
        met: quantile(times, q) <= targetMs * factor,
      });
      return [row(0.5, p50TargetMs), row(0.95, p95TargetMs)];
    });
  });
}

/** Sentences with names of this home, some of them misheard, and rooms it does not have. */
function commandsFor(model: HomeModel, count: number, first: number): readonly string[] {
  const entities = [...model.entities.values()];
  const areas = [...model.areas.values()];
  const step = Math.max(1, Math.floor((entities.length * templates.length) / count));
  return Array.from({ length: count }, (_, index) => {
    const name = entities[(first + index * step) % entities.length]?.name ?? '';
    const room = areas[index % areas.length]?.name ?? '';
    const template = templates[index % templates.length];
    const unknown =
      unknownRooms[(2 * Math.floor(index / templates.length) + first) % unknownRooms.length] ?? '';
    return template?.(name, room, unknown) ?? '';
  });
}

const unknownRooms =
  'ballroom dungeon observatory crypt pavilion vestry orangery solarium scullery armoury gallery chapel cloister turret boudoir parlour'.split(
    ' ',
  );

const templates: readonly ((name: string, room: string, unknown: string) => string)[] = [
  (name) => `turn on the ${name}`,
  (_, room) => `turn off all the lights in the ${room}`,
  (_, room) => `set the ${room} lights to 40 percent`,
  (name) => `is the ${name} on`,
  (name, room) => `turn off the ${name} and close the blinds in the ${room}`,
  (name) => `could you please switch on the ${misheard(name)} for me`,
  (_, _room, unknown) => `turn on the lights in the ${unknown}`,
  (_, room) => `make it a bit warmer in the ${room}`,
];

/** A letter lost in the middle of the longest word. */
function misheard(name: string): string {
  const words = name.split(' ');
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
  const middle = Math.floor(longest.length / 2);
  return name.replace(longest, longest.slice(0, middle) + longest.slice(middle + 1));
}
