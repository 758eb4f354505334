/** What the words of a sentence come to together: a command of the sentence files, and what was said for it. */
import type { Mark } from './marks.ts';

export type Gist = {
  /** A command of the sentence files. */
  readonly intent: string;
  /** Words that fill its slots, by slot. */
  readonly said: readonly { readonly slot: string; readonly mark: Mark }[];
  /** The kind of device, where a noun says it. */
  readonly className: string;
  /** The words of that noun. */
  readonly noun: Mark | undefined;
};

type Family = 'light' | 'sound' | 'robot' | 'socket';

const families: Readonly<Record<string, Family>> = {
  light: 'light',
  brightness: 'light',
  hue: 'light',
  volume: 'sound',
  speaker: 'sound',
  vacuum: 'robot',
  floor: 'robot',
  socket: 'socket',
};
const domainFamilies: Readonly<Record<string, Family>> = {
  light: 'light',
  media_player: 'sound',
  vacuum: 'robot',
  switch: 'socket',
  input_boolean: 'socket',
};
/** What can only be done with one kind. */
const ownDoings: Readonly<Record<string, Family>> = {
  brighter: 'light',
  dimmer: 'light',
  warmer: 'light',
  cooler: 'light',
  louder: 'sound',
  quieter: 'sound',
  mute: 'sound',
  unmute: 'sound',
  clean: 'robot',
  vacuuming: 'robot',
  dock: 'robot',
  told: 'robot',
  spoken: 'sound',
};
const nouns: Readonly<Record<Family, readonly [thing: string, className: string]>> = {
  light: ['light', 'light'],
  sound: ['speaker', 'media'],
  robot: ['vacuum', 'vacuum'],
  socket: ['socket', 'switch'],
};

/** What says no more than that something is to be done. */
const neutral: ReadonlySet<string> = new Set(['put', 'spoken', 'go']);

/** The sentence by its parts. */
class Parts {
  readonly marks: readonly Mark[];
  readonly things: ReadonlySet<string>;
  /** Verbs and states. */
  readonly asked: readonly Mark[];
  readonly doings: ReadonlySet<string>;

  constructor(marks: readonly Mark[]) {
    this.marks = marks;
    this.things = new Set(this.all('thing').map(({ value }) => value));
    this.asked = ['verb', 'state', 'participle'].flatMap((role) => this.all(role));
    this.doings = new Set(this.asked.map(({ value }) => value));
  }

  all(role: string): readonly Mark[] {
    return this.marks.filter((mark) => mark.role === role);
  }

  has(role: string): boolean {
    return this.all(role).length > 0;
  }

  does(...values: readonly string[]): boolean {
    return values.some((value) => this.doings.has(value));
  }

  /** Nothing is asked for but these; neutral verbs apart. */
  doesOnly(...values: readonly string[]): boolean {
    return [...this.doings].every((value) => neutral.has(value) || values.includes(value));
  }
}

/** Undefined when the words mean nothing together, or more than one thing; domains are those of named devices. */
export function gistOf(marks: readonly Mark[], domains: readonly string[]): Gist | undefined {
  const parts = new Parts(marks);
  const meant = new Set<Family | undefined>([
    ...[...parts.things].map((thing) => families[thing]),
    ...domains.map((domain) => domainFamilies[domain]),
    ...[...parts.doings].flatMap((doing) => ownDoings[doing] ?? []),
  ]);
  const [family, ...others] = meant;
  if (family === undefined || others.length > 0 || !areTogether(parts, family)) return undefined;
  const found = readers[family](parts);
  if (found === undefined) return undefined;
  const [thing, className] = nouns[family];
  const noun = parts.all('thing').find(({ value }) => value === thing);
  return { ...found, className, noun };
}

/** One place; a robot goes through several, one by one: "the kitchen and the hall", but not "from … to …". */
function areTogether(parts: Parts, family: Family): boolean {
  const [first, ...more] = parts.all('place');
  const last = more.at(-1);
  if (first === undefined || last === undefined) return true;
  const between = parts.marks.filter(({ start, end }) => start >= first.end && end <= last.start);
  const isJoined = ({ role, value }: Mark) => role === 'place' || (role === 'filler' && joiners.has(value));
  return family === 'robot' && between.every(isJoined) && between.some(({ value }) => value === 'and');
}

const joiners: ReadonlySet<string> = new Set(['and', 'then', 'also', 'the', 'my', 'our', 'in', 'room']);

const bright = 90;

type Found = Pick<Gist, 'intent' | 'said'>;

const readers: Readonly<Record<Family, (parts: Parts) => Found | undefined>> = {
  light: readLight,
  sound: readSound,
  robot: readRobot,
  socket: readSocket,
};

function readLight(parts: Parts): Found | undefined {
  const isNamed = parts.things.has('light') || parts.has('name');
  const color = parts.all('color').at(-1);
  const white = ['white', 'mood', 'task'].flatMap((role) => parts.all(role)).at(0);
  const isShown = isNamed || parts.things.has('hue');
  if (color ?? white) {
    // "More blue", "bright blue"; what is to be dimmer as well is two wishes, and half of the lights are not all.
    const isFull = parts.all('level').every(({ value }) => Number(value) >= bright);
    const isPlain = parts.doesOnly('vary', 'on', 'warmer', 'cooler', 'up') && !parts.has('number') && isFull;
    if (!isShown || !isPlain || (color && white)) return undefined;
    if (color) return { intent: 'set_color', said: [{ slot: 'color', mark: color }] };
    return white && { intent: 'set_color_temperature', said: [{ slot: 'kelvin', mark: white }] };
  }
  if (parts.does('warmer', 'cooler')) {
    const isOne = parts.doesOnly('vary', 'warmer') || parts.doesOnly('vary', 'cooler');
    if (!isShown || !isOne) return undefined;
    return { intent: parts.does('warmer') ? 'warmer_light' : 'cooler_light', said: [] };
  }
  // "Change the colour up a bit" is no step, "a brighter colour" is.
  const isOfColor = parts.things.has('hue') && !parts.things.has('brightness');
  if (isOfColor && parts.does('up', 'down') && parts.does('vary')) return undefined;
  const levelled = readLevel(parts, {
    set: 'set_brightness',
    up: ['brighter', ['up', 'brighter', 'on', 'vary']],
    down: ['dimmer', ['down', 'dimmer', 'on', 'vary']],
  });
  if (levelled !== undefined) return levelled ?? undefined;
  if (parts.does('vary') && parts.things.has('hue') && parts.doesOnly('vary', 'on'))
    return anotherColor(parts);
  if (!isNamed || parts.things.has('hue') || parts.things.has('brightness')) return undefined;
  // "Some light would be nice".
  const isWanted = parts.all('ask').some(({ value }) => value === 'want');
  if (isWanted && parts.doesOnly() && !['number', 'bit', 'lot'].some((role) => parts.has(role)))
    return { intent: 'light_on', said: [] };
  return switched(parts, 'light_on', 'light_off', 'on', 'off', 'out');
}

/** Any colour: the word that wants a change says it. */
function anotherColor(parts: Parts): Found | undefined {
  const change = parts.asked.find(({ value }) => value === 'vary');
  return change && { intent: 'set_color', said: [{ slot: 'color', mark: { ...change, value: 'random' } }] };
}

function readSound(parts: Parts): Found | undefined {
  // "More soothing" music is no louder music.
  if (['color', 'white', 'mood'].some((role) => parts.has(role))) return undefined;
  // "Take it off mute" is no silence.
  if (parts.does('mute') && parts.does('off', 'out')) return undefined;
  if (parts.does('mute', 'unmute')) return switched(parts, 'unmute', 'mute', 'unmute', 'mute', 'off');
  const levelled = readLevel(parts, {
    set: 'set_volume',
    up: ['louder', ['up', 'louder', 'vary']],
    down: ['quieter', ['down', 'quieter', 'vary']],
  });
  if (levelled !== undefined) return levelled ?? undefined;
  return parts.things.has('volume') ? switched(parts, 'unmute', 'mute', 'on', 'off', 'out') : undefined;
}

function readRobot(parts: Parts): Found | undefined {
  if (parts.has('color') || parts.has('number') || parts.has('level')) return undefined;
  const isMeant = parts.things.has('vacuum') || parts.has('name');
  const isFloor =
    parts.things.has('floor') || ['place', 'home', 'here', 'everywhere'].some((role) => parts.has(role));
  if (parts.does('dock', 'off', 'pause')) {
    // "Set the hoover off round the house" sends it out.
    if (!isMeant || (parts.does('off') && parts.does('put'))) return undefined;
    if (parts.doesOnly('pause', 'told')) return { intent: 'pause_cleaning', said: [] };
    return parts.doesOnly('dock', 'off', 'told', 'start')
      ? { intent: 'return_to_base', said: [] }
      : undefined;
  }
  const isSent = isMeant && (parts.does('start', 'on', 'go') || isFloor);
  const isBegun = parts.does('vacuuming') || isSent || (parts.does('clean') && (isMeant || isFloor));
  if (!isBegun || !parts.doesOnly('clean', 'vacuuming', 'start', 'on', 'out', 'told', 'up')) return undefined;
  const isRoom = parts.has('place') || parts.has('here');
  return { intent: isRoom ? 'clean_area' : 'start_cleaning', said: [] };
}

function readSocket(parts: Parts): Found | undefined {
  const isOther = ['color', 'white', 'mood', 'task', 'number', 'level'].some((role) => parts.has(role));
  if (isOther) return undefined;
  return (
    switched(parts, 'turn_on', 'turn_off', 'on', 'off') ??
    switched(parts, 'turn_on', 'turn_off', 'start', 'off')
  );
}

/** One of two states, where nothing else is asked for. */
function switched(
  parts: Parts,
  intentOn: string,
  intentOff: string,
  on: string,
  ...off: readonly string[]
): Found | undefined {
  if (parts.has('number') || parts.has('level')) return undefined;
  if (parts.does(on) && parts.doesOnly(on)) return { intent: intentOn, said: [] };
  return parts.does(...off) && parts.doesOnly(...off) ? { intent: intentOff, said: [] } : undefined;
}

type Ways = {
  readonly set: string;
  /** The command, and all that may be said for it. */
  readonly up: readonly [intent: string, doings: readonly string[]];
  readonly down: readonly [intent: string, doings: readonly string[]];
};

/** A level, or a step up or down; null when levels are spoken of and it is not clear which, undefined when not. */
function readLevel(parts: Parts, { set, up, down }: Ways): Found | null | undefined {
  const number = parts.all('number').at(-1);
  const level = number ?? parts.all('level').findLast((one) => !isTold(parts, one));
  const [step, ...more] = [up, down].filter(([, doings]) => parts.does(...doings.slice(0, 2)));
  if (level === undefined && step === undefined) return undefined;
  // "All the way up" is a level, whatever it is told to do; "lower … dark" are one way.
  if (more.length > 0 || (step && !parts.doesOnly(...step[1]))) return null;
  if (level === undefined || (step && number && isAmount(parts, number)))
    return step === undefined ? null : { intent: step[0], said: amountOf(parts, number) };
  if (step === undefined && !parts.doesOnly('on', 'vary')) return null;
  return level.value === '0' && set === 'set_brightness'
    ? null
    : { intent: set, said: [{ slot: 'percent', mark: level }] };
}

/** "The sound is low": how it is, not how it should be. */
function isTold({ marks }: Parts, level: Mark): boolean {
  const before = marks.findLast(({ role, end }) => role !== 'filler' && role !== 'lot' && end <= level.start);
  return before?.role === 'be';
}

/** "By 20 percent", "turn it up 20 percent", but "up to 20". */
function isAmount({ marks }: Parts, number: Mark): boolean {
  const before = marks.findLast(({ end }) => end === number.start);
  return before === undefined || before.role === 'state' || before.role === 'verb' || before.value === 'by';
}

function amountOf(parts: Parts, number: Mark | undefined): Found['said'] {
  if (number) return [{ slot: 'percent', mark: number }];
  return ['bit', 'lot'].flatMap((slot) => parts.all(slot).map((mark) => ({ slot, mark })));
}
