/** Own dialogues of three turns and more, from beginning to end in the demo home. */
import { readdir, readFile } from 'node:fs/promises';
import type { TurnOutcome } from '../agent/agent.ts';
import type { EntityState } from '../home/model/home-model.ts';
import { judged, type Judged } from './agent-split.ts';
import { openTalk } from './agent-talk.ts';

type DialogueTurn = { readonly say: string; readonly expect: readonly string[] };
type Script = { readonly areaId: string | undefined; readonly turns: readonly DialogueTurn[] };

/** They stay where they are written when the sources are compiled. */
const folder = new URL('../../src/bench/dialogues/', import.meta.url);

export async function judgeDialogues({
  signal,
}: {
  readonly signal: AbortSignal;
}): Promise<readonly Judged[]> {
  const results: Judged[] = [];
  for (const script of await readScripts()) {
    const title = script.turns.map(({ say }) => say).join(' / ');
    results.push(judged(title, await play(script, signal)));
  }
  return results;
}

/** Undefined when every turn came out right; else the first that did not. */
async function play({ areaId, turns }: Script, signal: AbortSignal): Promise<string | undefined> {
  await using talk = await openTalk({ ...(areaId !== undefined && { areaId }), signal });
  for (const { say, expect } of turns) {
    const outcome = await talk.say(say);
    const states = await talk.states();
    const reported = talk.reported();
    const cameTo = (id: string, state: string) =>
      reported.some(({ entityId, after }) => entityId === id && after.state === state);
    const wrong = expect.find((one) => !holds(one, outcome, states, cameTo));
    if (wrong !== undefined) return `"${say}": not ${wrong}, said "${outcome.speech}"`;
  }
  return undefined;
}

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

async function readScripts(): Promise<readonly Script[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.dialogues')).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  return texts.flatMap((text) =>
    text
      .split(/\n\s*\n/)
      .map((block) => block.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')))
      .filter((lines) => lines.length > 0)
      .map(readScript),
  );
}

function readScript(lines: readonly string[]): Script {
  const place = lines.find((line) => line.startsWith('in ') && !line.includes('>'));
  const turns = lines
    .filter((line) => line !== place)
    .map((line) => {
      const [say = '', expect = ''] = line.split(' > ');
      return { say, expect: expect.match(/\/[^/]+\/|[^ ]+/g) ?? [] };
    });
  return { areaId: place?.slice(3).trim(), turns };
}
