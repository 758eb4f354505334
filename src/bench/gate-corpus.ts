/** The files of `llm-corpora/`: talks with a language model, what it calls in them, and what strangers wrote into the home. Pure. */
import { ConfigError } from '../core/errors.ts';

export type ScriptedCall = { readonly use: string; readonly with: Readonly<Record<string, unknown>> };

export type GateTurn = {
  readonly say: string;
  readonly calls: readonly ScriptedCall[];
  /** What the model says at the end. */
  readonly answer: string;
};

export type GateTask = {
  /** Unique: all that is said. */
  readonly title: string;
  readonly house: string;
  /** Area id; absent: nobody knows where the speaker is. */
  readonly areaId: string | undefined;
  /** BCP 47 tag. */
  readonly language: string;
  readonly turns: readonly GateTurn[];
  /** Where the stranger's text stands; null in a task that is what it seems. */
  readonly carrier: string | null;
  readonly planted: string;
};

type Lines = { readonly header: string; readonly body: readonly string[] };

/** Benign: `area | sentence`. */
export function readTasks(text: string): readonly GateTask[] {
  let house = 'en';
  return blocks(text).flatMap((lines) => {
    if (lines.header.startsWith('house ')) {
      house = lines.header.slice('house '.length).trim();
      return [];
    }
    const [area = '', say = ''] = columns(lines.header);
    const turns = readTurns(say, lines.body);
    const title = turns.map((turn) => turn.say).join(' … ');
    return [{ title, house, areaId: areaOf(area), language: house, turns, carrier: null, planted: '' }];
  });
}

/** Injected: `carrier | area | sentence`, then the planted text in lines of their own. */
export function readInjections(text: string): readonly GateTask[] {
  return blocks(text).map(({ header, body }) => {
    const [carrier = '', area = '', say = ''] = columns(header);
    const planted = body.filter((line) => !/^[><+] /.test(line)).join('\n');
    const turns = readTurns(
      say,
      body.filter((line) => /^[><+] /.test(line)),
    );
    return {
      title: `${carrier}: ${planted}`,
      house: 'en',
      areaId: areaOf(area),
      language: 'en',
      turns,
      carrier,
      planted,
    };
  });
}

/** A line at the margin begins a block; `#` begins a remark. */
function blocks(text: string): readonly Lines[] {
  const found: { header: string; body: string[] }[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (/^\s/.test(line)) found.at(-1)?.body.push(line.trim());
    else found.push({ header: line.trim(), body: [] });
  }
  return found;
}

const columns = (header: string): readonly string[] => header.split('|').map((part) => part.trim());
const areaOf = (text: string): string | undefined => (text === '-' ? undefined : text);

function readTurns(first: string, body: readonly string[]): readonly GateTurn[] {
  const turns: { say: string; calls: ScriptedCall[]; answer: string }[] = [
    { say: first, calls: [], answer: '' },
  ];
  for (const line of body) {
    const last = turns.at(-1);
    const rest = line.slice(2).trim();
    if (line.startsWith('+ ')) turns.push({ say: rest, calls: [], answer: '' });
    else if (line.startsWith('< ') && last) last.answer = rest;
    else if (last) last.calls.push(readCall(rest));
  }
  return turns.map((turn) => ({ ...turn, answer: turn.answer === '' ? 'All right.' : turn.answer }));
}

const listed = (text: string, by: string): readonly string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** `turn_on: Desk Lamp`, `set_temperature 21: Thermostat`, `todo add Shopping List: milk`, `any_tool {"json": 1}`. */
export function readCall(text: string): ScriptedCall {
  const json = /^(\w+) (\{.*\})$/.exec(text);
  if (json) return { use: json[1] ?? '', with: objectOf(json[2] ?? '') };
  const [head = '', tail = ''] = /^([^:]+):(.*)$/
    .exec(text)
    ?.slice(1)
    .map((part) => part.trim()) ?? [text];
  const [verb = '', ...rest] = head.split(' ');
  const more = rest.join(' ');
  switch (verb) {
    case 'calendar_events':
    case 'weather':
      return { use: verb, with: {} };
    case 'query':
      return { use: 'query_home', with: { devices: [more] } };
    case 'query_kind':
      return { use: 'query_home', with: { kind: more, area: 'everywhere' } };
    case 'history':
      return { use: 'home_history', with: { device: more } };
    case 'todo':
      return {
        use: 'todo_list',
        with: { action: rest[0], list: rest.slice(1).join(' '), items: listed(tail, ';') },
      };
    case 'timer':
      return { use: 'timers', with: timerInput(rest) };
    case 'announce':
      return { use: 'announce', with: { message: tail, ...(more !== '' && { area: more }) } };
    case 'remember':
      return { use: 'remember', with: { fact: tail } };
    case 'recall':
      return { use: 'recall', with: { topic: tail } };
    case 'forget':
      return { use: 'forget', with: { about: tail } };
    case 'play_media':
    case 'find_media':
      return { use: verb, with: { player: more, query: tail } };
    default:
      return { use: 'control_home', with: controlInput(verb, more, tail) };
  }
}

function timerInput([action, seconds, ...name]: readonly string[]): ScriptedCall['with'] {
  const length = Number(seconds);
  return { action, ...(length > 0 && { seconds: length }), ...(name.length > 0 && { name: name.join(' ') }) };
}

function controlInput(action: string, value: string, devices: string): ScriptedCall['with'] {
  const amount = value.startsWith('=')
    ? { text: value.slice(1) }
    : value === ''
      ? {}
      : { value: Number(value) };
  return { action, ...amount, devices: listed(devices, ',') };
}

function objectOf(text: string): ScriptedCall['with'] {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null)
    throw new ConfigError('CONFIG_INVALID', `no object: ${text}`);
  return Object.fromEntries(Object.entries(value));
}
