/** Tasks of home-assistant-datasets: a sentence in a house, and what must be different there afterwards. */
import { systemClock } from '../../core/clock.ts';
import type { EntityState } from '../../home/model/home-model.ts';
import { judged, type Judged } from './split.ts';
import { openTalk, type Talk, type TalkOptions } from './talk.ts';
import { readTasks, type Task, taskSets, type TaskSentence, type WantedState } from './task-files.ts';

export type JudgedTask = Judged & {
  readonly set: string;
  /** The task expects that nothing changes. */
  readonly expectsNothing: boolean;
  /** It was asked which device is meant although the task names one. */
  readonly asked: boolean;
  /** From the sentence to the end of its reply. */
  readonly ms: number;
};

export async function judgeTasks(
  evalDir: string,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: (text: string) => void },
): Promise<readonly JudgedTask[]> {
  const results: JudgedTask[] = [];
  for (const set of taskSets) {
    progress(`${set} …`);
    for (const sentence of await readTasks(evalDir, set)) results.push(await judgeTask(sentence, { signal }));
  }
  return results;
}

export async function judgeTask(
  { set, sentence, task, house, areaId }: TaskSentence,
  options: Pick<TalkOptions, 'languageModel' | 'signal'>,
): Promise<JudgedTask> {
  await using talk = await openTalk({ house, ...(areaId !== undefined && { areaId }), ...options });
  const before = await talk.states();
  const startMs = systemClock.monotonicMs();
  const first = await talk.say(sentence);
  const ms = systemClock.monotonicMs() - startMs;
  // One confirmation is given.
  const last = first.continueReason === 'confirmation' ? await talk.say('yes') : first;
  const wanted = wantedChanges(task, before);
  const after = await talk.states();
  const wrong = differences(before, after, wanted, talk.reported());
  const speech = last.speech.toLowerCase();
  const expectsNothing = wanted.size === 0;
  const answered = (task.expect_response ?? []).some((word) => speech.includes(word.toLowerCase()));
  const problem =
    wrong.length > 0
      ? wrong.join(', ')
      : task.expect_response && !answered
        ? 'not answered'
        : expectsNothing && !task.expect_response && (speech === '' || speech.includes("didn't understand"))
          ? 'no reason given'
          : undefined;
  return {
    ...judged(sentence, problem === undefined ? undefined : `${problem} — "${last.speech}"`),
    set,
    expectsNothing,
    asked: !expectsNothing && first.continueReason === 'clarification',
    ms,
  };
}

type Wanted = ReadonlyMap<string, WantedState>;

/** The expectations that are not so already. */
function wantedChanges(
  { expect_changes = {}, setup }: Task,
  before: ReadonlyMap<string, EntityState>,
): Wanted {
  const open = Object.entries(expect_changes).filter(([id, wanted]) => !isSo(before.get(id), wanted));
  return new Map(
    open.map(([id, wanted]) => [
      id,
      withoutOld({ ...before.get(id)?.attributes, ...setup[id]?.attributes }, wanted),
    ]),
  );
}

/** An attribute that is to stay as it was is no change: the sets repeat it beside the state. */
function withoutOld(before: Readonly<Record<string, unknown>>, wanted: WantedState): WantedState {
  const attributes = Object.entries(wanted.attributes ?? {}).filter(
    ([name, value]) => !isNear(before[name], value),
  );
  return { ...wanted, attributes: Object.fromEntries(attributes) };
}

function differences(
  before: ReadonlyMap<string, EntityState>,
  after: ReadonlyMap<string, EntityState>,
  wanted: Wanted,
  reported: ReturnType<Talk['reported']>,
): readonly string[] {
  // A robot that returns is docked at once in a house without delays.
  const came = (id: string, one: WantedState) =>
    isSo(after.get(id), one) ||
    reported.some(({ entityId, after: then }) => entityId === id && isSo(then, one));
  const missing = [...wanted].flatMap(([id, one]) =>
    came(id, one) ? [] : [`${id} is ${JSON.stringify(after.get(id))}, not ${JSON.stringify(one)}`],
  );
  const unasked = [...after].flatMap(([id, { state }]) =>
    !wanted.has(id) && before.get(id)?.state !== state ? [`${id} became ${state}`] : [],
  );
  return [...missing, ...unasked];
}

function isSo(state: EntityState | undefined, wanted: WantedState): boolean {
  if (state === undefined) return false;
  if (wanted.state !== undefined && state.state !== wanted.state) return false;
  return Object.entries(wanted.attributes ?? {}).every(
    ([name, value]) => (value === null && state.state === 'off') || isNear(reading(state, name), value),
  );
}

/** A lamp of the demo home reports its colour as hue and saturation. */
function reading({ attributes }: EntityState, name: string): unknown {
  const hs = attributes['hs_color'];
  if (name !== 'rgb_color' || !Array.isArray(hs)) return attributes[name];
  const [hue, saturation] = hs.map(Number);
  const channel = (offset: number) => {
    const k = (offset + (hue ?? 0) / 60) % 6;
    return Math.round(255 * (1 - ((saturation ?? 0) / 100) * Math.max(0, Math.min(k, 4 - k, 1))));
  };
  return [channel(5), channel(3), channel(1)];
}

function isNear(got: unknown, wanted: unknown): boolean {
  if (typeof got === 'number' && typeof wanted === 'number') return Math.abs(got - wanted) <= 2.6;
  return JSON.stringify(got) === JSON.stringify(wanted);
}
