/** Table `home`: what a large home costs, and whether replies stay true when devices and connections fail. */
import { faults, runTurn } from './turns.ts';
import type { CheckedTurn } from './turns.ts';
import { measureSize } from './size.ts';
import type { BenchOptions, BenchReport, BenchRow, BenchTable } from '../report.ts';
import { StallWatch } from './stall-watch.ts';
import { wilson } from '../statistics.ts';

export const homeTable: BenchTable = {
  name: 'home',
  description: 'a home of 10,000 entities; turns with injected faults in the demo home',
  run,
};

const turnCount = 1_000;
const smokeTurnCount = 60;

/** Turns spend their time waiting for devices; more lanes than this would compete for the processor. */
const laneCount = 8;

async function run(options: BenchOptions): Promise<BenchReport> {
  const sizes = await measureSize(options);
  const turns = await runTurns(options);
  const faulted = turns.filter(({ fault }) => fault !== undefined);
  const unfaulted = turns.filter(({ fault, isStalled }) => fault === undefined && !isStalled);
  const stalledCount = turns.filter(({ fault, isStalled }) => fault === undefined && isStalled).length;
  const untrue = turns.filter(({ isFalse }) => isFalse);
  const unproven = unfaulted.filter(({ isProven }) => !isProven);
  return {
    table: homeTable.name,
    models: [],
    notes: [
      `demo devices at real pace, ${laneCount} turns at a time`,
      `${stalledCount} turns without a fault left out: the machine stood still for a quarter of a second in them`,
      ...faults.map((fault) => faultNote(fault, faulted)),
      ...untrue.map(({ text, fault, speech }) => `untrue (${fault}): "${text}" → "${speech}"`),
      ...turns
        .filter(({ late }) => late === 'missed' || late === 'in-vain')
        .map(({ text, fault, late }) => `${late} (${fault ?? 'no fault'}): "${text}"`),
      ...unproven.map(({ text, speech }) => `without a fault, yet not proven: "${text}" → "${speech}"`),
    ],
    rows: [...sizes, falseRow(untrue.length, turns.length), provenRow(unfaulted), ...lateRows(turns)],
  };
}

type TimedTurn = CheckedTurn & { readonly isStalled: boolean };

/** Half of the turns are unfaulted, the others take the faults in turn. */
async function runTurns({ smoke, signal, progress }: BenchOptions): Promise<readonly TimedTurn[]> {
  const count = smoke ? smokeTurnCount : turnCount;
  const turns: TimedTurn[] = [];
  using stalls = new StallWatch();
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      const index = next;
      next += 1;
      const fault = index % 2 === 0 ? undefined : faults[Math.floor(index / 2) % faults.length];
      // The half of the index, so that every sentence meets every fault.
      const startMs = performance.now();
      const turn = await runTurn(Math.floor(index / 2), fault, signal);
      turns.push({ ...turn, isStalled: stalls.hasStalledSince(startMs) });
      if (turns.length % 100 === 0) progress(`${turns.length} of ${count} turns …`);
    }
  };
  // The first turn loads what all others share; lanes beside it would wait for that and not for their devices.
  await runTurn(0, undefined, signal);
  await Promise.all(Array.from({ length: laneCount }, lane));
  return turns;
}

function faultNote(fault: string, turns: readonly CheckedTurn[]): string {
  const hit = turns.filter((turn) => turn.fault === fault);
  const proven = hit.filter(({ isProven }) => isProven).length;
  return `${fault}: ${hit.length} turns, ${proven} of them proven all the same`;
}

function falseRow(value: number, n: number): BenchRow {
  return {
    metric: 'replies that say done when it is not',
    value,
    unit: `of ${n}`,
    n,
    target: '0',
    met: value === 0,
  };
}

function provenRow(unfaulted: readonly CheckedTurn[]): BenchRow {
  const n = unfaulted.length;
  const proven = unfaulted.filter(({ isProven }) => isProven).length;
  const [low, high] = wilson(proven, n);
  const value = (100 * proven) / n;
  return {
    metric: 'turns without a fault that end in a proven reply',
    value,
    unit: '%',
    n,
    interval: [100 * low, 100 * high],
    target: '≥ 99',
    met: value >= 99,
  };
}

function lateRows(turns: readonly CheckedTurn[]): readonly BenchRow[] {
  const count = (...ends: readonly string[]) =>
    turns.filter(({ late }) => late !== undefined && ends.includes(late)).length;
  const [told, failed] = [count('told'), count('told', 'missed')];
  const [inVain, arrived] = [count('in-vain'), count('in-vain', 'quiet')];
  return [
    {
      metric: 'devices that stopped on their way: told on the satellite afterwards',
      value: told,
      unit: `of ${failed}`,
      n: failed,
      target: 'all',
      met: told === failed,
    },
    {
      metric: 'devices that arrived: said to have failed',
      value: inVain,
      unit: `of ${arrived}`,
      n: arrived,
      target: '0',
      met: inVain === 0,
    },
  ];
}
