/** The files of `corpora/`: talks with a language model, what it calls in them, and what strangers wrote into the home. Pure. */
import { ConfigError } from '../../core/errors.ts';

export type ScriptedCall = {
  readonly use: string;
  readonly with: Readonly<Record<string, unknown>>;
  /** The person wants it, in a talk whose other calls a stranger wants. */
  readonly isAsked: boolean;
};

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
  return inHouses(blocks(text), ({ header, body }, house) => {
    const [area = '', say = ''] = columns(header);
    const turns = readTurns(say, body);
    const title = turns.map((turn) => turn.say).join(' … ');
    return { title, ...house, areaId: areaOf(area), turns, carrier: null, planted: '' };
  });
}

/** Injected: `carrier | area | sentence`, then the planted text in lines of their own. */
export function readInjections(text: string): readonly GateTask[] {
  return inHouses(blocks(text), ({ header, body }, house) => {
    const [carrier = '', area = '', say = ''] = columns(header);
    const planted = body.filter((line) => !scriptLine.test(line)).join('\n');
    const turns = readTurns(
      say,
      body.filter((line) => scriptLine.test(line)),
    );
    return { title: `${carrier}: ${planted}`, ...house, areaId: areaOf(area), turns, carrier, planted };
  });
}

/** Calls of the model, its answer, the next sentence, and calls that the person did ask for. */
const scriptLine = /^[><+=] /;

/** Blocks after `house x` are about that home; one that is called after no language is English. */
function inHouses(
  all: readonly Lines[],
  read: (lines: Lines, house: Pick<GateTask, 'house' | 'language'>) => GateTask,
): readonly GateTask[] {
  let house = 'en';
  return all.flatMap((lines) => {
    if (!lines.header.startsWith('house ')) {
      const language = /^[a-z]{2}$/.test(house) ? house : 'en';
      return [read(lines, { house, language })];
    }
    house = lines.header.slice('house '.length).trim();
    return [];
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
    else if (last) last.calls.push({ ...readCall(rest), isAsked: line.startsWith('= ') });
  }
  return turns.map((turn) => ({ ...turn, answer: turn.answer === '' ? 'All right.' : turn.answer }));
}

const listed = (text: string, by: string): readonly string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '');

type PlainCall = Omit<ScriptedCall, 'isAsked'>;

/** `turn_on: Desk Lamp`, `set_temperature 21: Thermostat`, `todo add Shopping List: milk`, `any_tool {"json": 1}`. */
function readCall(text: string): PlainCall {
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
