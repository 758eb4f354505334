/** An example of every reply there is, in the words of each language; a new kind must get one before this compiles. */
import type { FixedReply, ReplyFacts, Subject } from '../../../../src/agent/reply/language-pack.ts';
import type { Place } from '../../../../src/agent/understand/mention.ts';
import type { Wish } from '../../../../src/agent/understand/plan.ts';

/** What a household calls things in a language: some names tell their gender, one does not. */
export type Household = {
  readonly lamp: string;
  readonly door: string;
  readonly blinds: string;
  readonly odd: string;
  readonly kitchen: Place;
};

const area = (name: string): Place => ({ kind: 'area', id: 'kitchen', name });

export const households: Readonly<Record<string, Household>> = {
  en: {
    lamp: 'Desk Lamp',
    door: 'Front Door',
    blinds: 'Bedroom Blinds',
    odd: 'X3',
    kitchen: area('Kitchen'),
  },
  de: {
    lamp: 'Schreibtischlampe',
    door: 'Haustür',
    blinds: 'Rollläden',
    odd: 'X3',
    kitchen: area('Küche'),
  },
  fr: {
    lamp: 'Lampe du bureau',
    door: "Porte d'entrée",
    blinds: 'Volets de la chambre',
    odd: 'X3',
    kitchen: area('Cuisine'),
  },
  es: {
    lamp: 'Lámpara del escritorio',
    door: 'Puerta de entrada',
    blinds: 'Persianas del dormitorio',
    odd: 'X3',
    kitchen: area('Cocina'),
  },
  nl: { lamp: 'Bureaulamp', door: 'Voordeur', blinds: 'Zonweringen', odd: 'X3', kitchen: area('Keuken') },
};

export const fixedReplies: Readonly<Record<FixedReply, true>> = {
  pinWrong: true,
  pinLocked: true,
  pinUnset: true,
  nothingToDo: true,
  butOff: true,
  restWasSo: true,
  homeAway: true,
  interrupted: true,
  tellingOthers: true,
  nobodyToTell: true,
  messageUnheard: true,
  confirmAgain: true,
  dropped: true,
  nothingAsked: true,
  nothingDone: true,
  cannotUndo: true,
  nothingHeard: true,
  notUnderstood: true,
  notARequest: true,
  negated: true,
  forLater: true,
  unsupported: true,
  languageUnknown: true,
  ownSentenceRefused: true,
  homeRan: true,
  homeSilent: true,
  modelAway: true,
  modelRefused: true,
  modelLimited: true,
  modelBrokeOff: true,
  didNothing: true,
  onOrOff: true,
};

/** One of each. */
export const wishes: { readonly [Do in Wish['do']]: Wish & { readonly do: Do } } = {
  turn_on: { do: 'turn_on' },
  turn_off: { do: 'turn_off' },
  toggle: { do: 'toggle' },
  open: { do: 'open' },
  close: { do: 'close' },
  stop: { do: 'stop' },
  lock: { do: 'lock' },
  unlock: { do: 'unlock' },
  activate: { do: 'activate' },
  press: { do: 'press' },
  play: { do: 'play' },
  pause: { do: 'pause' },
  stop_media: { do: 'stop_media' },
  next_track: { do: 'next_track' },
  previous_track: { do: 'previous_track' },
  mute: { do: 'mute' },
  unmute: { do: 'unmute' },
  start_cleaning: { do: 'start_cleaning' },
  pause_cleaning: { do: 'pause_cleaning' },
  return_to_base: { do: 'return_to_base' },
  locate: { do: 'locate' },
  start_mowing: { do: 'start_mowing' },
  pause_mowing: { do: 'pause_mowing' },
  dock: { do: 'dock' },
  disarm: { do: 'disarm' },
  set_brightness: { do: 'set_brightness', percent: 25 },
  change_brightness: { do: 'change_brightness', byPercent: -10 },
  set_color: { do: 'set_color', color: 'red' },
  set_color_temperature: { do: 'set_color_temperature', kelvin: 2700 },
  change_color_temperature: { do: 'change_color_temperature', byKelvin: 500 },
  set_position: { do: 'set_position', percent: 40 },
  change_position: { do: 'change_position', byPercent: 10 },
  set_fan_speed: { do: 'set_fan_speed', percent: 50 },
  change_fan_speed: { do: 'change_fan_speed', byPercent: 10 },
  set_oscillation: { do: 'set_oscillation', on: true },
  set_temperature: { do: 'set_temperature', degrees: 21.5, unit: null },
  change_temperature: { do: 'change_temperature', byDegrees: -1 },
  set_hvac_mode: { do: 'set_hvac_mode', mode: 'fan_only' },
  set_fan_mode: { do: 'set_fan_mode', mode: 'on_low' },
  set_preset: { do: 'set_preset', mode: 'eco' },
  set_humidity: { do: 'set_humidity', percent: 45 },
  set_volume: { do: 'set_volume', percent: 30 },
  change_volume: { do: 'change_volume', byPercent: 10 },
  play_media: { do: 'play_media', query: 'Radio One', mediaClass: null },
  select_source: { do: 'select_source', source: 'HDMI' },
  clean_area: { do: 'clean_area', areaIds: ['kitchen'] },
  arm: { do: 'arm', mode: 'night' },
  add_items: { do: 'add_items', items: ['A', 'B'] },
  complete_items: { do: 'complete_items', items: ['A'] },
  remove_items: { do: 'remove_items', items: ['A'] },
};

type Cases = { readonly [Kind in keyof ReplyFacts]: readonly ReplyFacts[Kind][] };

const off: Wish = { do: 'turn_off' };

export function casesFor({ lamp, door, blinds, odd, kitchen }: Household): Cases {
  const named = (...names: readonly string[]): Subject => ({ by: 'name', names });
  const lights: Subject = { by: 'class', className: 'light', place: kitchen, count: 3 };
  const twelve: Subject = { by: 'count', className: 'light', count: 12 };
  const allBlinds: Subject = { by: 'class', className: 'blind', place: null, count: 9 };
  const risky = { wish: { do: 'unlock' }, subject: named(door), why: 'less-safe', count: 1 } as const;
  const many = { wish: off, subject: allBlinds, why: 'many-devices', count: 12 } as const;
  return {
    changed: [
      { wish: off, subject: named(lamp), progress: 'done' },
      { wish: off, subject: named(odd), progress: 'done' },
      { wish: off, subject: named(lamp, odd), progress: 'done' },
      { wish: off, subject: lights, progress: 'done' },
      { wish: { do: 'lock' }, subject: named(door), progress: 'done' },
      { wish: off, subject: { by: 'count', className: null, count: 18 }, progress: 'done' },
      { wish: { do: 'close' }, subject: named(blinds), progress: 'underway' },
      { wish: { do: 'open' }, subject: allBlinds, progress: 'some-underway' },
      { wish: { do: 'set_brightness', percent: 25 }, subject: named(lamp), progress: 'done' },
      { wish: { do: 'set_temperature', degrees: 21.5, unit: null }, subject: named(odd), progress: 'done' },
    ],
    alreadySo: [
      { wish: { do: 'lock' }, subject: named(door) },
      { wish: off, subject: lights },
      { wish: off, subject: twelve },
      { wish: off, subject: named(odd) },
    ],
    partly: [
      {
        wish: off,
        progress: 'done',
        goodCount: 1,
        totalCount: 2,
        troubles: [{ name: lamp, why: 'unreachable' }],
      },
      {
        wish: { do: 'close' },
        progress: 'underway',
        goodCount: 2,
        totalCount: 4,
        troubles: [
          { name: blinds, why: 'no-answer' },
          { name: odd, why: 'refused-by-home' },
        ],
      },
    ],
    notDone: [
      { troubles: [{ name: lamp, why: 'no-answer' }] },
      { troubles: [{ name: lamp, why: 'never-reports' }] },
      { troubles: [{ name: blinds, why: 'unreachable' }] },
      { troubles: [{ name: odd, why: 'refused-by-home' }] },
      {
        troubles: [
          { name: lamp, why: 'unreachable' },
          { name: odd, why: 'no-answer' },
          { name: blinds, why: 'never-reports' },
        ],
      },
    ],
    moreUnproven: [{ count: 3 }, { count: 15 }],
    confirm: [risky, many],
    cannotConfirm: [
      { ...risky, because: 'connection' },
      { ...risky, because: 'satellite' },
      { ...many, because: 'conversation' },
    ],
    lateFailure: [
      { name: blinds, wish: { do: 'close' }, end: 'stopped', state: 'open' },
      { name: door, wish: { do: 'lock' }, end: 'failed', state: 'jammed' },
      { name: odd, wish: { do: 'close' }, end: 'timed-out', state: 'closing' },
    ],
    whichOne: [{ names: [lamp, odd] }],
    whichRoom: [{ className: 'light' }, { className: null }],
    unfit: [{ name: lamp }],
    noneThere: [{ className: 'light', place: kitchen }],
    noneAnywhere: [{ className: 'door' }, { className: 'switch' }],
    unknownPlace: [{ said: odd }],
    unknownName: [{ said: odd }],
    stateOfOne: [
      { name: door, state: 'locked', verdict: 'yes' },
      { name: blinds, state: 'open', verdict: 'no' },
      { name: door, state: 'closing', verdict: null },
      { name: odd, state: 'on', verdict: 'yes' },
    ],
    allAre: [
      { subject: lights, state: 'on' },
      { subject: twelve, state: 'on' },
    ],
    noneAre: [
      { subject: lights, state: 'on' },
      { subject: named(lamp, odd), state: 'off' },
      { subject: twelve, state: 'on' },
    ],
    someAre: [
      { state: 'on', yesCount: 1, totalCount: 3, names: [lamp] },
      { state: 'open', yesCount: 9, totalCount: 14, names: [] },
    ],
    theseAre: [
      { state: 'on', names: [lamp, odd], isYes: true },
      { state: 'open', names: [door], isYes: false },
    ],
    countAre: [
      { state: 'on', count: 0, className: 'light', place: kitchen, verdict: 'no' },
      { state: 'open', count: 1, className: 'door', place: null, verdict: null },
      { state: 'on', count: 7, className: 'light', place: kitchen, verdict: 'yes' },
      { state: 'on', count: 2, className: null, place: null, verdict: null },
    ],
    readings: [
      {
        of: [
          { name: odd, reading: { kind: 'number', value: -3.25, unit: '°C' } },
          { name: lamp, reading: { kind: 'state', state: 'off' } },
        ],
      },
      { of: [{ name: odd, reading: { kind: 'climate', current: 19.5, target: 21 } }] },
    ],
    onlyKnown: [{ name: door, state: 'locked' }],
    unreachable: [{ subject: named(lamp) }, { subject: named(lamp, odd) }],
    unreachableCount: [{ count: 1 }, { count: 3 }],
    cannotTell: [
      { subject: named(blinds), why: 'unreachable' },
      { subject: named(lamp), why: 'silent' },
    ],
  };
}
