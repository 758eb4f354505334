/** Own dialogues of three turns and more, from beginning to end in the demo home. */
import { readdir, readFile } from 'node:fs/promises';
import type { TurnOutcome } from '../../agent/agent.ts';
import { writtenBeside } from '../../core/built-files.ts';
import type { EntityState } from '../../home/model/home-model.ts';
import { judged, type Judged } from './split.ts';
import { openTalk } from './talk.ts';
import { readScripts, scriptedAgent, type Script } from './dialogue-scripts.ts';

const folder = writtenBeside('dialogues/', import.meta.url);

export async function judgeDialogues({
  signal,
}: {
  readonly signal: AbortSignal;
}): Promise<readonly Judged[]> {
  const results: Judged[] = [];
  for (const script of await readDialogues())
    results.push(judged(script.title, await playDialogue(script, signal)));
  return results;
}

/** All dialogues of the folder, by file. */
export async function readDialogues(): Promise<readonly Script[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.dialogues')).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  return texts.flatMap(readScripts);
}

/** Undefined when every turn came out right; else the first that did not. */
export async function playDialogue(
  { areaId, turns }: Script,
  signal: AbortSignal,
): Promise<string | undefined> {
  const homeAssistant = scriptedAgent(turns);
  await using talk = await openTalk({ ...(areaId !== undefined && { areaId }), homeAssistant, signal });
  let before = await talk.states();
  for (const { say, language, expect } of turns) {
    const outcome = await talk.say(say, language);
    const states = await talk.states();
    const reported = talk.reported();
    const cameTo = (id: string, state: string) =>
      reported.some(({ entityId, after }) => entityId === id && after.state === state);
    const wrong =
      expect.find((one) => !holds(one, outcome, states, cameTo)) ?? unasked(expect, before, states);
    if (wrong !== undefined) return `"${say}": not ${wrong}, said "${outcome.speech}"`;
    before = states;
  }
  return undefined;
}

/** The first device that changed and was not to. */
function unasked(
  expect: readonly string[],
  before: ReadonlyMap<string, EntityState>,
  after: ReadonlyMap<string, EntityState>,
): string | undefined {
  const [id] =
    [...after].find(
      ([one, { state }]) =>
        watched.has(one.split('.')[0] ?? '') &&
        before.get(one)?.state !== state &&
        !expect.some((expected) => expected.startsWith(`${one}=`) || expected.startsWith(`${one}.`)),
    ) ?? [];
  return id === undefined ? undefined : `${id} unchanged`;
}

/** Devices that change by nothing but what is asked of them. */
const watched: ReadonlySet<string> = new Set(['light', 'switch', 'lock', 'cover', 'fan', 'valve']);

/** `id=state`, `id.attribute=value`, `/words/`, `?`. */
function holds(
  expected: string,
  { speech, continueConversation }: TurnOutcome,
  states: ReadonlyMap<string, EntityState>,
  cameTo: (id: string, state: string) => boolean,
): boolean {
  if (expected === '?') return continueConversation;
  if (expected.startsWith('/')) return new RegExp(expected.slice(1, -1), 'i').test(speech);
  const [left = '', value = ''] = expected.split('=');
  const [domain = '', name = '', attribute] = left.split('.');
  const id = `${domain}.${name}`;
  const state = states.get(id);
  if (attribute === undefined) return state?.state === value || (robots.has(domain) && cameTo(id, value));
  const got = state?.attributes[attribute];
  return typeof got === 'number' ? Math.abs(got - Number(value)) < 0.011 + got / 50 : String(got) === value;
}

/** In a house without delays they have arrived before one can look. */
const robots: ReadonlySet<string> = new Set(['vacuum', 'lawn_mower']);
