/** Text → plan, for one home. Pure: no I/O, nothing waits, nothing acts. */
import type { HomeModel } from '../../home/model/home-model.ts';
import { measures } from './device-classes.ts';
import type { Grammar, Parse } from './grammar/matcher.ts';
import { indexOf } from './home-index.ts';
import { canBe, commandIntents, slotReader, stateQuestion } from './intents.ts';
import { entitiesIn, findPlace, linkMention } from './mention.ts';
import type { Linked, LinkContext } from './mention.ts';
import { normalise } from './normalise.ts';
import { whyNoRequest } from './no-request.ts';
import type { Plan, Step, Wish } from './plan.ts';
import { planWithoutDevice } from './device-free.ts';

/** Every stage as a value, for explanations and traces; words are personal. */
export type Understanding = {
  readonly words: readonly string[];
  /** All ways the sentence fits the grammar. */
  readonly parses: readonly Parse[];
  /** The one that was followed. */
  readonly chosen: Parse | undefined;
  readonly plan: Plan;
};

export type Situation = {
  readonly model: HomeModel;
  /** Where the person is, when known. */
  readonly areaId: string | null;
  /** What the conversation was last about. */
  readonly lastEntityIds: readonly string[];
  /** What was last done with them; for "and the bedroom too", "I meant the kitchen". */
  readonly lastWish?: Wish | null;
  /** A question of ours that waits for an answer. */
  readonly asked?: AskedUs | null;
};

export type AskedUs =
  /** Whether to do it. */
  | { readonly kind: 'confirmation' }
  /** Which of these devices. */
  | { readonly kind: 'which'; readonly entityIds: readonly string[] }
  /** In which room. */
  | { readonly kind: 'where' };

/** Two readings nearer than this are not told apart. */
const readingMargin = 0.03;

export function understand(text: string, situation: Situation, grammar: Grammar): Understanding {
  const words = normalise(text);
  const parses = grammar.parse(words);
  if (parses.length === 0) {
    return { words, parses, chosen: undefined, plan: { kind: 'not-understood', why: whyNoRequest(words) } };
  }
  const why = whyNoRequest(words);
  const context = { ...situation, allowMisheard: why === 'no-match' };
  const deviceFree = planWithoutDevice(parses);
  if (deviceFree) return { words, parses, ...deviceFree };
  const readings = parses.map((parse) => ({
    parse,
    linked: link(parse, { ...context, mayWiden: parse.kind === 'question' }),
  }));
  const { chosen, plan } = choose(readings);
  const isRefused = plan.kind === 'unlinked' && why !== 'no-match';
  return { words, parses, chosen, plan: isRefused ? { kind: 'not-understood', why } : plan };
}

type Reading = { readonly parse: Parse; readonly linked: Linked };
type Chosen = Pick<Understanding, 'chosen' | 'plan'>;

function choose(readings: readonly Reading[]): Chosen {
  const linked = readings.filter(isLinked).sort((a, b) => b.linked.score - a.linked.score);
  const [best] = linked;
  if (best === undefined) return explain(readings);
  const rival = linked.find((other) => !isSame(best, other));
  if (rival && best.linked.score - rival.linked.score < readingMargin) {
    const entities = [...new Set([...best.linked.entities, ...rival.linked.entities])];
    return {
      chosen: best.parse,
      plan: {
        kind: 'unlinked',
        why: { kind: 'ambiguous', entities },
        ...askedOf(best.parse),
      },
    };
  }
  return { chosen: best.parse, plan: planOf(best) };
}

type LinkedReading = { readonly parse: Parse; readonly linked: Extract<Linked, { kind: 'entities' }> };

function isLinked(reading: Reading): reading is LinkedReading {
  return reading.linked.kind === 'entities';
}

function isSame(a: LinkedReading, b: LinkedReading): boolean {
  const ids = (reading: LinkedReading) => reading.linked.entities.map((entity) => entity.entityId).join();
  return a.parse.intent === b.parse.intent && ids(a) === ids(b);
}

/** The most telling reason first: what was recognised best. */
const reasonOrder = [
  'ambiguous',
  'unfit',
  'none-there',
  'no-place',
  'unknown-place',
  'unknown-name',
] as const;

function explain(readings: readonly Reading[]): Chosen {
  for (const kind of reasonOrder) {
    const [reading] = readings
      .filter((one) => one.linked.kind === kind)
      .sort((a, b) => clarity(b) - clarity(a));
    if (reading && reading.linked.kind !== 'entities') {
      return {
        chosen: reading.parse,
        plan: { kind: 'unlinked', why: reading.linked, ...askedOf(reading.parse) },
      };
    }
  }
  return { chosen: undefined, plan: { kind: 'not-understood', why: 'no-match' } };
}

/** An unknown room is told best by its last words, an unknown name by all of its words before a known room. */
function clarity({ parse, linked }: Reading): number {
  if (linked.kind === 'unknown-place') return -linked.said.length;
  if (linked.kind !== 'unknown-name') return 0;
  const hasPlace = parse.captures.some((capture) => capture.slot === 'place');
  return linked.said.length + (hasPlace ? 1_000 : 0);
}

function link(parse: Parse, context: LinkContext): Linked {
  const said = slotReader(parse.captures);
  if (parse.kind === 'command') {
    const intent = commandIntents[parse.intent];
    if (intent === undefined) return { kind: 'unknown-name', said: '' };
    return linkMention(parse.captures, context, intent.fits, intent.impliedClass);
  }
  if (parse.intent === 'is_state') {
    return linkMention(parse.captures, context, (entity) => canBe(entity, said('state') ?? ''), null);
  }
  if (said('name') === undefined) return linkMeasure(parse, context);
  return linkMention(parse.captures, context, () => true, null);
}

/** "the temperature in the bedroom": every sensor there that measures it, else the thermostat's own. */
function linkMeasure(parse: Parse, context: LinkContext): Linked {
  const said = slotReader(parse.captures);
  const placeText = said('place') ?? '';
  const place = findPlace(indexOf(context.model), context, placeText);
  if (place === null) return { kind: 'unknown-place', said: placeText };
  const measure = said('measure') ?? 'temperature';
  const there = entitiesIn(place, indexOf(context.model), context.model);
  const sensors = there.filter((entity) => measures(entity, measure));
  const thermostats = measure === 'temperature' ? there.filter((entity) => entity.domain === 'climate') : [];
  const entities = sensors.length > 0 ? sensors : thermostats;
  if (entities.length === 0) return { kind: 'none-there', className: measure, place };
  return {
    kind: 'entities',
    entities,
    about: { by: 'name', className: null, place, everywhere: false },
    score: place.score,
  };
}

/** What would be done once it is clear what is meant. */
function askedOf(parse: Parse): Pick<Extract<Step, { kind: 'unlinked' }>, 'wish' | 'isQuestion'> {
  const intent = parse.kind === 'command' ? commandIntents[parse.intent] : undefined;
  return {
    wish: intent?.wish(slotReader(parse.captures)) ?? null,
    isQuestion: parse.kind === 'question',
  };
}

function planOf({ parse, linked }: LinkedReading): Plan {
  const { entities, about } = linked;
  const said = slotReader(parse.captures);
  const intent = parse.kind === 'command' ? commandIntents[parse.intent] : undefined;
  if (intent) return { kind: 'act', wish: intent.wish(said), entities, about };
  const question = parse.intent === 'is_state' ? stateQuestion(said) : { ask: 'value' as const };
  return { kind: 'answer', question, entities, about };
}
