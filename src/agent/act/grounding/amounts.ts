/**
 * Whether a figure that a model chose is the speaker's: one that was said, or, where none was, a modest step from how
 * it is now. "A touch warmer" is not thirty degrees. Pure.
 */
import { type Entity, type EntityState, type HomeModel, stateOf } from '../../../home/model/home-model.ts';
import type { Wish } from '../../understand/wish.ts';
import { plain } from './clauses.ts';
import { isWayAsked } from './directions.ts';
import type { Talk } from './talk.ts';

type Scale = {
  /** How far a figure may be off: models round. */
  readonly tolerance: number;
  /** The largest step up or down that nobody named. */
  readonly modest: readonly [down: number, up: number];
  /** Where it may be put when nobody knows how it is now; what is known may go a small step beyond. */
  readonly usual: readonly [from: number, to: number];
  readonly small: number;
  /** Smaller figures count things, or are of another scale ("volume 3"): they bind nothing. */
  readonly binding: number;
  /** Measured in parts of a whole: "half" is a figure. */
  readonly isShare: boolean;
};

type Amount = {
  readonly scale: Scale;
  /** The figure itself; a step is signed. */
  readonly value: number;
  readonly isStep: boolean;
  /** What it is set to now; null when nobody knows. */
  readonly now: number | null;
};

const anywhere = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
const percent: Scale = {
  tolerance: 5,
  modest: [100, 100],
  usual: anywhere,
  small: 0,
  binding: 5,
  isShare: true,
};
const volume: Scale = { ...percent, modest: [100, 35], usual: [0, 60], small: 15 };
const celsius: Scale = {
  tolerance: 0.5,
  modest: [5, 4],
  usual: [15, 26],
  small: 2,
  binding: 5,
  isShare: false,
};
const fahrenheit: Scale = {
  tolerance: 1,
  modest: [9, 7],
  usual: [59, 79],
  small: 4,
  binding: 5,
  isShare: false,
};

/** `said`: plain words of the request; empty where the wish follows from a remark. */
export function isAmountAsked(
  wish: Wish,
  entity: Entity,
  said: string,
  model: HomeModel,
  { language, lexicon }: Pick<Talk, 'language' | 'lexicon'>,
): boolean {
  const amount = amountOf(wish, stateOf(model, entity.entityId), model);
  if (amount === null) return true;
  const text = withoutNamesOf(entity, said, language);
  const numbers = numbersIn(text);
  const figures = [...numbers, ...(amount.scale.isShare ? sharesIn(text) : [])];
  if (figures.some((figure) => isFigure(amount, figure))) return true;
  if (!aimed.test(text) && numbers.some((figure) => isReckoned(amount, figure))) return true;
  if (figures.some((figure) => figure >= amount.scale.binding)) return false;
  return isModest(amount) && isWayAsked(wish, stepOf(amount), text, lexicon);
}

/** How far a wish goes from how it is now; null where it has no figure, or nobody knows how it is. */
export function stepWanted(wish: Wish, entity: Entity, model: HomeModel): number | null {
  const amount = amountOf(wish, stateOf(model, entity.entityId), model);
  return amount === null ? null : stepOf(amount);
}

function stepOf({ value, isStep, now }: Amount): number | null {
  if (isStep) return value;
  return now === null ? null : value - now;
}

function amountOf(wish: Wish, state: EntityState | undefined, { temperatureUnit }: HomeModel): Amount | null {
  const degrees = temperatureUnit === 'F' ? fahrenheit : celsius;
  const at = (name: string, factor = 1): number | null => {
    const value = state?.attributes[name];
    return typeof value === 'number' ? value * factor : null;
  };
  switch (wish.do) {
    case 'set_temperature':
      return { scale: degrees, value: wish.degrees, isStep: false, now: at('temperature') };
    case 'change_temperature':
      return { scale: degrees, value: wish.byDegrees, isStep: true, now: at('temperature') };
    case 'set_volume':
      return { scale: volume, value: wish.percent, isStep: false, now: at('volume_level', 100) };
    case 'change_volume':
      return { scale: volume, value: wish.byPercent, isStep: true, now: at('volume_level', 100) };
    case 'set_brightness':
      return { scale: percent, value: wish.percent, isStep: false, now: at('brightness', 100 / 255) };
    case 'set_position':
      return { scale: percent, value: wish.percent, isStep: false, now: at('current_position') };
    case 'set_fan_speed':
      return { scale: percent, value: wish.percent, isStep: false, now: at('percentage') || null };
    case 'set_humidity':
      return { scale: percent, value: wish.percent, isStep: false, now: at('humidity') };
    default:
      return null;
  }
}

function isFigure({ value, isStep, now, scale }: Amount, figure: number): boolean {
  const isNear = (one: number) => Math.abs(one - figure) <= scale.tolerance;
  if (isNear(Math.abs(value))) return true;
  // "Volume three" of ten.
  if (scale.isShare && figure < scale.binding * 2 && isNear(Math.abs(value) / 10)) return true;
  return isStep && now !== null && isNear(now + value);
}

/** "Two degrees warmer": models reckon where that leads to. */
function isReckoned({ value, isStep, now, scale }: Amount, figure: number): boolean {
  return !isStep && now !== null && Math.abs(Math.abs(value - now) - figure) <= scale.tolerance;
}

/** The figure is where it is to go. */
const aimed = /(?<!\p{L})(?:to|at|on|auf|bei|à|sur|a|en|op|naar) (?:about |around |circa |etwa )?\d/u;

function isModest({ value, isStep, now, scale }: Amount): boolean {
  const [down, up] = scale.modest;
  const [from, to] = scale.usual;
  if (now === null) return isStep ? value >= -down && value <= up : value >= from && value <= to;
  const step = isStep ? value : value - now;
  const aim = now + step;
  return (
    step >= -down &&
    step <= up &&
    aim >= Math.min(from, now - scale.small) &&
    aim <= Math.max(to, now + scale.small)
  );
}

/** What words of a measure come to in percent; several where the direction tells which. */
const measures: readonly (readonly [RegExp, readonly number[]])[] = [
  [
    /(?<!\p{L})(?:half|half ?way|middle|halb\p{L}*|hälfte|moitié|mitad|medio|media|helft|halve?)(?!\p{L})/u,
    [50],
  ],
  [/(?<!\p{L})(?:third|drittel|tiers|tercio|derde)(?!\p{L})/u, [33, 67]],
  [/(?<!\p{L})(?:quarter|viertel|quart|cuarto|kwart)(?!\p{L})/u, [25, 75]],
  [
    /(?<!\p{L})(?:full\p{L}*|max\p{L}*|complete\p{L}*|all the way|the whole way|flat out|blast|crank|voll\p{L}*|ganz|fond|plein\p{L}*|tope|todo|vol|helemaal)(?!\p{L})/u,
    [100, 0],
  ],
  [/(?<!\p{L})(?:min(?:imum|imal\p{L}*)?|lowest|faint\p{L}*|mínimo)(?!\p{L})/u, [0, 1, 5, 10]],
];

/** Times are no measures: "at 8 o'clock", "for 10 minutes". "One" is mostly a pronoun. */
const figure =
  /(?<![\p{L}\d.,:])(\d+(?:[.,]\d+)?)(?![\d:]|[.,]\d)(?! ?(?:am|pm|o'?clock|uhr|h|heures?|horas?|uur|minut\p{L}*|mins?|seconds?|secs?|hours?|days?|nights?|weeks?|years?|of (?:us|them|you))(?!\p{L}))(?= ?(percent|degrees?|grad|prozent|grados?|degrés?|graden|procent)?)/gu;

function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(figure)].flatMap(([, digits = '', unit]) => {
    const value = Number(digits.replace(',', '.'));
    return value === 1 && unit === undefined ? [] : [value];
  });
}

const sharesIn = (text: string): readonly number[] =>
  measures.flatMap(([pattern, values]) => (pattern.test(text) ? values : []));

/** "Lamp 2" is no figure. */
function withoutNamesOf({ names }: Entity, said: string, language: string): string {
  return names.reduce((text, name) => text.replace(plain(name, language), ' '), said);
}

/** A length that nobody named is that of an egg or a wash, not of days. */
const longestUnsaidS = 2 * 3_600;
const unitsS = [1, 60, 3_600, 86_400];
const lengthWords: readonly (readonly [RegExp, readonly number[]])[] = [
  [/(?<!\p{L})half (?:an? )?(?:hour|minute)(?!\p{L})/u, [0.5]],
  [/(?<!\p{L})(?:quarter)(?!\p{L})/u, [15, 0.25, 0.75, 45]],
  [/(?<!\p{L})an? (?:hour|minute|second|day)(?!\p{L})/u, [1]],
  [/(?<!\p{L})(?:couple|pair)(?!\p{L})/u, [2]],
  [/(?<!\p{L})few(?!\p{L})/u, [2, 3, 4, 5]],
];

/** `said`: the newest sentence as plain words. */
export function isLengthAsked(seconds: number, said: string): boolean {
  const length = Math.abs(seconds);
  const numbers = [...said.matchAll(/\d+(?:[.,]\d+)?/g)].map(([digits]) => Number(digits.replace(',', '.')));
  const figures = [...numbers, ...lengthWords.flatMap(([pattern, all]) => (pattern.test(said) ? all : []))];
  if (figures.length === 0) return length <= longestUnsaidS;
  const parts = figures.flatMap((one) => unitsS.map((unit) => one * unit));
  return parts.some((part) => part === length || parts.some((other) => part + other === length));
}
