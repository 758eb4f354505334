/** What the questions of the sentence files ask, and which entities can answer them. */
import type { Entity } from '../../../home/model/home-model.ts';
import { forecastDays } from '../forecast-day.ts';
import { linkTarget, linkTargets, type TargetNeeds } from '../link-target.ts';
import { byName, type About, type LinkContext, type Linked } from '../mention.ts';
import { entitiesIn, findPlace, isOutdoors, placeOfArea } from '../mention.ts';
import type { ForecastAbout, Property, Question, Wanted } from '../plan.ts';
import { unsaidTarget, type Target } from '../target.ts';
import { ofDomain, type Said } from './command-intent.ts';
import { lockNouns } from './cover-intents.ts';
import { beside, couldTell, outOfDoors, skyScore, skySensors, telling } from './tellers.ts';

export type Asked = { readonly question: Question; readonly linked: Linked };

/** Undefined when the intent asks nothing we can answer. */
export function askOf(
  intent: string,
  said: Said,
  targets: readonly Target[],
  context: LinkContext,
): Asked | undefined {
  const [target] = targets;
  const link = (needs: TargetNeeds, one = target): Linked =>
    one === undefined ? linkImplied(needs, context) : linkTarget(one, needs, context);
  switch (intent) {
    case 'is_state': {
      const state = said('state') ?? '';
      const impliedClass = classOfState[state] ?? null;
      const saysNouns = classOfState[state] === 'lock' ? lockNouns : undefined;
      const linked = link({
        fits: (entity) => canBe(entity, state),
        impliedClass,
        ...(saysNouns && { saysNouns }),
      });
      // "On or off" is no question for a yes.
      if (said('or') !== undefined && wantedOf(said('wanted')) === 'all')
        return { question: { ask: 'value' }, linked };
      return { question: { ask: 'state', state, wanted: wantedOf(said('wanted')) }, linked };
    }
    case 'who': {
      const linked = linkImplied({ fits: ofDomain('person'), impliedClass: 'person' }, context);
      return {
        question: {
          ask: 'state',
          state: said('state') ?? 'home',
          wanted: wantedOf(said('wanted') ?? 'which'),
        },
        linked,
      };
    }
    case 'where_is': {
      const needs = {
        fits: ofDomain('person', 'device_tracker', 'vacuum', 'lawn_mower'),
        impliedClass: null,
      };
      const linked = targets.length > 1 ? linkTargets(targets, needs, context) : link(needs);
      return { question: { ask: 'where' }, linked };
    }
    case 'weather':
      return { question: { ask: 'weather' }, linked: linkWeather(target, context) };
    case 'forecast':
      return forecastAsked(said, context);
    case 'list_items':
      return {
        question: { ask: 'list_items' },
        linked: link({ fits: ofDomain('todo'), impliedClass: 'list' }),
      };
    case 'property': {
      const property = propertyOf(said('property'));
      if (property === undefined) return { question: { ask: 'value' }, linked: link(anything) };
      const needs = { fits: hasProperty(property), impliedClass: impliedBy(property) };
      if (property === 'target_temperature' && target === undefined)
        return { question: { ask: 'property', property }, linked: linkTarget(unsaidTarget, needs, context) };
      return { question: { ask: 'property', property }, linked: link(needs) };
    }
    case 'value': {
      const linked = linkValue(said, target, context);
      const isList = linked.kind === 'entities' && linked.entities.every(ofDomain('todo'));
      return { question: { ask: isList ? 'list_items' : 'value' }, linked };
    }
    default:
      return undefined;
  }
}

/** What "is everything locked", "is anything open", "did I leave anything on" are about. */
const classOfState: Readonly<Record<string, string>> = {
  locked: 'lock',
  unlocked: 'lock',
  open: 'openable',
  closed: 'openable',
  on: 'everything',
  off: 'everything',
  playing: 'media',
  paused: 'media',
  armed: 'alarm',
  disarmed: 'alarm',
};

function forecastAsked(said: Said, context: LinkContext): Asked | undefined {
  const day = forecastDays.find((one) => one === (said('day') ?? 'today'));
  const about = forecastAbouts.find((one) => one === (said('about') ?? 'weather'));
  if (day === undefined || about === undefined) return undefined;
  const linked = linkImplied({ fits: ofDomain('weather'), impliedClass: 'weather' }, context);
  return { question: { ask: 'forecast', about, day }, linked };
}

const forecastAbouts: readonly ForecastAbout[] = ['weather', 'temperature', 'rain', 'snow', 'sun'];

/** The sky of a place that is named, else of all the home knows. */
function linkWeather(target: Target | undefined, context: LinkContext): Linked {
  const needs = { fits: ofDomain('weather'), impliedClass: 'weather' };
  const named = target?.name == null ? undefined : linkTarget(target, needs, context);
  return named?.kind === 'entities' ? named : linkImplied(needs, context);
}

const anything: TargetNeeds = { fits: () => true, impliedClass: null };

function linkImplied(needs: TargetNeeds, context: LinkContext): Linked {
  const target = { ...unsaidTarget, isEverywhere: true };
  return linkTarget(target, needs, context);
}

/** "the temperature in the bedroom": every sensor there that measures it, else the thermostat's own. */
function linkValue(said: Said, target: Target | undefined, context: LinkContext): Linked {
  const measure = said('measure');
  if (target !== undefined && (target.name !== null || target.className !== null)) {
    if (measure === undefined) return linkTarget(target, anything, context);
    const needs = { fits: (entity: Entity) => couldTell(entity, measure), impliedClass: null };
    const linked = linkTarget(target, needs, context);
    return linked.kind === 'unfit' ? (beside(linked.entity, measure, context) ?? linked) : linked;
  }
  const { model, index } = context;
  const ofTheSky = target === undefined && measure !== undefined ? skySensors(measure, context) : [];
  if (ofTheSky.length > 0) return { kind: 'entities', entities: ofTheSky, about: byName, score: skyScore };
  const [placeText] = target?.places ?? [];
  const outside = placeText !== undefined && isOutdoors(placeText) ? outOfDoors(measure, context) : [];
  if (outside.length > 0) return { kind: 'entities', entities: outside, about: byName, score: 1 };
  const place = placeText === undefined ? placeOfArea(model, context.areaId) : findPlace(context, placeText);
  if (placeText !== undefined && place === undefined) return { kind: 'unknown-place', said: placeText };
  const wanted = measure ?? 'temperature';
  const there = place ? entitiesIn(place, index, model) : [...model.entities.values()];
  const entities = telling(there, wanted);
  const thermostats =
    entities.length > 1 && !place ? [...model.entities.values()].filter(ofDomain('climate')) : [];
  const [first] = entities;
  const only = thermostats.length === 1 && wanted === 'temperature' ? thermostats : entities;
  // A home has many thermometers: without a room, one answers only where it is the only one.
  if (first === undefined || (!place && only.length > 1)) {
    return place
      ? { kind: 'none-there', className: wanted, place }
      : { kind: 'no-place', className: 'climate' };
  }
  const about: About = { by: 'name', className: null, place: place ?? null, everywhere: false };
  return { kind: 'entities', entities: only, about, score: 1 };
}

/** Classes of contact sensors whose `on` means open. */
const openings: ReadonlySet<string | null> = new Set(['door', 'window', 'garage_door', 'opening']);

/** States that only some domains have, as people say them. */
const domainsOfState: Readonly<Record<string, readonly string[]>> = {
  locked: ['lock'],
  unlocked: ['lock'],
  home: ['person', 'device_tracker'],
  away: ['person', 'device_tracker'],
  playing: ['media_player'],
  muted: ['media_player'],
  paused: ['media_player', 'vacuum'],
  cleaning: ['vacuum'],
  docked: ['vacuum', 'lawn_mower'],
  mowing: ['lawn_mower'],
  opening: ['cover', 'valve'],
  closing: ['cover', 'valve'],
  armed: ['alarm_control_panel'],
  disarmed: ['alarm_control_panel'],
  heating: ['climate'],
  cooling: ['climate'],
};

const contactStates: Readonly<Record<string, readonly string[]>> = {
  occupied: ['occupancy', 'presence', 'motion'],
  clear: ['occupancy', 'presence', 'motion', 'smoke', 'gas', 'moisture'],
  wet: ['moisture'],
  dry: ['moisture'],
  low: ['battery'],
  detected: ['motion', 'smoke', 'gas', 'moisture', 'sound', 'vibration', 'occupancy', 'presence'],
};

/** True when the state word makes sense for the entity. */
export function canBe(entity: Entity, state: string): boolean {
  const { domain, deviceClass, capabilities } = entity;
  const isContact = domain === 'binary_sensor';
  if (state === 'open' || state === 'closed')
    return (
      domain === 'cover' ||
      domain === 'valve' ||
      (isContact && (openings.has(deviceClass) || deviceClass === null))
    );
  if (isContact && (state === 'locked' || state === 'unlocked')) return deviceClass === 'lock';
  const domains = domainsOfState[state];
  if (domains) return domains.includes(domain);
  const classes = contactStates[state];
  if (classes)
    return isContact
      ? deviceClass === null || classes.includes(deviceClass)
      : state === 'low' && deviceClass === 'battery';
  return (
    capabilities.onOff ||
    alsoOn.has(domain) ||
    (isContact && !openings.has(deviceClass) && deviceClass !== 'lock')
  );
}

/** Asked "is it on" of a valve, people mean whether water runs. */
const alsoOn: ReadonlySet<string> = new Set(['climate', 'valve', 'vacuum', 'automation', 'water_heater']);

function wantedOf(value: string | undefined): Wanted {
  return value === 'any' || value === 'which' || value === 'count' ? value : 'all';
}

const properties: readonly Property[] = [
  'brightness',
  'color',
  'position',
  'volume',
  'fan_speed',
  'media',
  'target_temperature',
  'current_temperature',
  'battery',
];

function propertyOf(value: string | undefined): Property | undefined {
  return properties.find((property) => property === value);
}

const domainsOfProperty: Readonly<Record<Property, readonly string[]>> = {
  brightness: ['light'],
  color: ['light'],
  position: ['cover', 'valve'],
  volume: ['media_player'],
  fan_speed: ['fan'],
  media: ['media_player'],
  target_temperature: ['climate', 'water_heater'],
  current_temperature: ['climate', 'water_heater'],
  battery: ['vacuum', 'sensor'],
};

function hasProperty(property: Property): (entity: Entity) => boolean {
  return ofDomain(...domainsOfProperty[property]);
}

function impliedBy(property: Property): string | null {
  if (property === 'media' || property === 'volume') return 'media';
  if (property === 'target_temperature') return 'climate';
  return property === 'brightness' || property === 'color' ? 'light' : null;
}
