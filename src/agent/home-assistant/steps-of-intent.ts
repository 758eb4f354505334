/**
 * What Home Assistant read → our plan: its intent and slots say what is meant, our own linking says which devices,
 * so that the same rules hold as for our own sentences.
 */
import type { Entity } from '../../home/model/home-model.ts';
import type { SentenceReading } from '../../home/model/sentence-reading.ts';
import { indexOf } from '../understand/home-index.ts';
import { commandIntents } from '../understand/intents/command-intents.ts';
import type { CommandIntent, Said } from '../understand/intents/command-intent.ts';
import { askOf } from '../understand/intents/question-intents.ts';
import { linkTarget } from '../understand/link-target.ts';
import { findPlace } from '../understand/mention.ts';
import type { LinkContext, Linked } from '../understand/mention.ts';
import { nameKey } from '../understand/name-index.ts';
import type { Situation } from '../understand/situation.ts';
import type { Step, Wish } from '../understand/plan.ts';
import { type Target, unsaidTarget } from '../understand/target.ts';
import { timerStep } from '../understand/timer-steps.ts';
import { classNameOf, homeCommands, homeTimers } from './home-intents.ts';
import { type Slots, slotsOf } from './slots.ts';
import { askedState, askedWanted } from './state-question.ts';
import { switchWish, unplacedSwitchWish } from './switch-wish.ts';

type Read = Extract<SentenceReading, { readonly kind: 'intent' | 'partly' }>;

/** Undefined when the intent is none we know. */
export function stepsOfIntent(read: Read, situation: Situation): readonly Step[] | undefined {
  const slots = slotsOf(read.slots);
  const context: LinkContext = {
    model: situation.model,
    index: indexOf(situation.model),
    areaId: situation.areaId,
    lastEntityIds: [],
    allowMisheard: false,
    mayWiden: false,
  };
  const target = targetOf(read, slots);
  const { intent } = read;
  const commands = homeCommands[intent];
  if (commands)
    return commands(slots).flatMap(({ intent: name, said }) => {
      const command = commandIntents[name];
      return command ? commandSteps(command, said, target, read, context) : [];
    });
  if (intent === 'HassTurnOn' || intent === 'HassTurnOff')
    return switchSteps(intent === 'HassTurnOn', target, read, context);
  if (intent === 'HassGetState') return [stateStep(read, slots, target, context)];
  const timer = homeTimers[intent];
  if (timer !== undefined) return timerSteps(timer, slots, context);
  return otherSteps(intent, slots, target, read, context);
}

function targetOf(read: Read, slots: Slots): Target {
  const name = slots.text('name');
  const places = [slots.text('area'), slots.text('floor')].flatMap((place) => place ?? []);
  const isNamed = name !== undefined && name !== 'all';
  return {
    ...unsaidTarget,
    name: isNamed ? nameKey(name) : null,
    className: classNameOf(slots.text('domain'), slots.text('device_class')),
    // A floor says no more than its area does.
    places: places.slice(0, 1).map(nameKey),
    // Its sentences without a room are those that say "everywhere"; where only a room is missing, it says so.
    isEverywhere:
      read.kind === 'intent' && !isNamed && places.length === 0 && slots.text('domain') !== undefined,
  };
}

function commandSteps(
  command: CommandIntent,
  said: Readonly<Record<string, string | undefined>>,
  target: Target,
  read: Read,
  context: LinkContext,
): readonly Step[] {
  const wish = command.wish((slot) => said[slot]);
  if (wish === null) return [];
  const needs = { ...command, impliedClass: command.impliedClass ?? target.className };
  return stepsFor(linkTarget(target, needs, context), () => wish, read, wish);
}

/** On and off are other things for other devices: a lock is locked, a cover opens, a button is pressed. */
function switchSteps(isOn: boolean, target: Target, read: Read, context: LinkContext): readonly Step[] {
  const wishOf = (entity: Entity) => switchWish(isOn, entity);
  const fits = (entity: Entity) => wishOf(entity) !== null;
  const linked = linkTarget(target, { fits, impliedClass: null, everything: 'everything' }, context);
  const unplaced = unplacedSwitchWish(isOn, target.className);
  return stepsFor(linked, (entity) => wishOf(entity) ?? unplaced, read, unplaced);
}

/** `unplaced`: the wish for a device that is still to be asked for. */
function stepsFor(
  linked: Linked,
  wishOf: (entity: Entity) => Wish,
  read: Read,
  unplaced: Wish,
): readonly Step[] {
  if (linked.kind !== 'entities') {
    const [first] = linked.kind === 'ambiguous' ? linked.entities : [];
    const wish = first ? wishOf(first) : unplaced;
    return [{ kind: 'unlinked', why: linked, wish, isQuestion: false }];
  }
  const groups = new Map<string, { readonly wish: Wish; readonly entities: Entity[] }>();
  for (const entity of agreed(linked.entities, read)) {
    const wish = wishOf(entity);
    const group = groups.get(wish.do) ?? { wish, entities: [] };
    group.entities.push(entity);
    groups.set(wish.do, group);
  }
  return [...groups.values()].map((group) => ({ kind: 'act', ...group, about: linked.about }));
}

/** Never more than Home Assistant itself would have touched, where it says what that is. */
function agreed(entities: readonly Entity[], read: Read): readonly Entity[] {
  if (read.kind !== 'intent' || read.targets.length === 0) return entities;
  const targets = new Set(read.targets.map(({ entityId }) => entityId));
  return entities.filter(({ entityId }) => targets.has(entityId));
}

function stateStep(read: Read, slots: Slots, target: Target, context: LinkContext): Step {
  const state = slots.text('state');
  const everywhere = target.name === null && target.places.length === 0;
  const asked = { ...target, isEverywhere: everywhere };
  if (state === undefined)
    return question(
      slots.text('domain') === 'person' ? 'where_is' : 'value',
      () => undefined,
      asked,
      context,
    );
  const said = (slot: string) => (slot === 'state' ? askedState(state, slots) : askedWanted(read, slot));
  return question('is_state', said, asked, context);
}

function question(intent: string, said: Said, target: Target | undefined, context: LinkContext): Step {
  const found = askOf(intent, said, target === undefined ? [] : [target], context);
  if (found === undefined) return { kind: 'not-understood', why: 'no-match' };
  const { linked } = found;
  if (linked.kind !== 'entities') return { kind: 'unlinked', why: linked, wish: null, isQuestion: true };
  return { kind: 'answer', question: found.question, entities: linked.entities, about: linked.about };
}

function timerSteps(intent: string, slots: Slots, context: LinkContext): readonly Step[] {
  if (slots.text('conversation_command') !== undefined) return [{ kind: 'not-understood', why: 'for-later' }];
  const durationMs = slots.seconds('') * 1_000;
  const lengthMs = slots.seconds('start_') * 1_000;
  const said: Readonly<Record<string, string | undefined>> = {
    timer_name: slots.text('name'),
    place: slots.text('area'),
    duration: durationMs > 0 ? String(durationMs) : undefined,
    length: lengthMs > 0 ? String(lengthMs) : undefined,
  };
  const step = timerStep(intent, (slot) => said[slot], context);
  return [step ?? { kind: 'not-understood', why: 'no-match' }];
}

function otherSteps(
  intent: string,
  slots: Slots,
  target: Target,
  read: Read,
  context: LinkContext,
): readonly Step[] | undefined {
  switch (intent) {
    case 'HassClimateSetFanMode': {
      const wish: Wish = { do: 'set_fan_mode', mode: slots.text('fan_mode') ?? '' };
      const fits = ({ domain }: Entity) => domain === 'climate';
      return stepsFor(linkTarget(target, { fits, impliedClass: 'climate' }, context), () => wish, read, wish);
    }
    case 'HassVacuumCleanArea':
      return cleanArea(slots, target, read, context);
    case 'HassClimateGetTemperature':
      return [question('value', (slot) => (slot === 'measure' ? 'temperature' : undefined), target, context)];
    case 'HassGetWeather':
      return [question('weather', () => undefined, target.name === null ? undefined : target, context)];
    case 'HassBroadcast':
      return [{ kind: 'broadcast', message: slots.text('message') ?? '' }];
    case 'HassGetCurrentTime':
      return [{ kind: 'tell', what: 'time' }];
    case 'HassGetCurrentDate':
      return [{ kind: 'tell', what: 'date' }];
    case 'HassNevermind':
      return [{ kind: 'never-mind' }];
    default:
      return undefined;
  }
}

/** The room is what should be cleaned, not where the robot is. */
function cleanArea(slots: Slots, target: Target, read: Read, context: LinkContext): readonly Step[] {
  const said = slots.text('area') ?? '';
  const place = findPlace(context, nameKey(said));
  const robots = { ...target, places: [], className: null, isEverywhere: target.name === null };
  const fits = ({ domain }: Entity) => domain === 'vacuum';
  const linked = linkTarget(robots, { fits, impliedClass: 'vacuum' }, context);
  const wish: Wish =
    place?.kind === 'area' ? { do: 'clean_area', areaIds: [place.id] } : { do: 'start_cleaning' };
  if (place === undefined)
    return [{ kind: 'unlinked', why: { kind: 'unknown-place', said }, wish, isQuestion: false }];
  if (linked.kind === 'entities' && linked.entities.length > 1)
    return [
      { kind: 'unlinked', why: { kind: 'ambiguous', entities: linked.entities }, wish, isQuestion: false },
    ];
  return stepsFor(linked, () => wish, { ...read, kind: 'partly', unknown: new Map() }, wish);
}
