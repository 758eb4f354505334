/** Our plan in Home Assistant's terms: intents it could be there, and the slots that were said. */
import type { Capture, Clause } from '../../agent/understand/grammar/matcher.ts';
import type { HomeIndex } from '../../agent/understand/home-index.ts';
import { findPlace } from '../../agent/understand/mention.ts';
import type { Plan, Step } from '../../agent/understand/plan.ts';
import type { Understanding } from '../../agent/understand/understand.ts';
import type { Wish } from '../../agent/understand/wish.ts';
import type { HomeModel } from '../../home/model/home-model.ts';

export type Meaning = {
  readonly intents: readonly string[];
  readonly slots: Readonly<Record<string, string | number | undefined>>;
};

const wishIntents: Readonly<Partial<Record<Wish['do'], readonly string[]>>> = {
  turn_on: ['HassTurnOn'],
  turn_off: ['HassTurnOff'],
  open: ['HassTurnOn'],
  close: ['HassTurnOff'],
  lock: ['HassTurnOn'],
  unlock: ['HassTurnOff'],
  activate: ['HassTurnOn'],
  press: ['HassTurnOn'],
  set_brightness: ['HassLightSet'],
  set_color: ['HassLightSet'],
  set_color_temperature: ['HassLightSet'],
  set_position: ['HassSetPosition'],
  set_fan_speed: ['HassFanSetSpeed'],
  set_temperature: ['HassClimateSetTemperature'],
  set_volume: ['HassSetVolume'],
  change_volume: ['HassSetVolumeRelative'],
  play: ['HassMediaUnpause'],
  pause: ['HassMediaPause'],
  next_track: ['HassMediaNext'],
  previous_track: ['HassMediaPrevious'],
  mute: ['HassMediaPlayerMute'],
  unmute: ['HassMediaPlayerUnmute'],
  play_media: ['HassMediaSearchAndPlay'],
  start_cleaning: ['HassVacuumStart'],
  return_to_base: ['HassVacuumReturnToBase'],
  clean_area: ['HassVacuumCleanArea'],
  start_mowing: ['HassLawnMowerStartMowing'],
  dock: ['HassLawnMowerDock'],
  add_items: ['HassListAddItem', 'HassShoppingListAddItem'],
  complete_items: ['HassListCompleteItem', 'HassShoppingListCompleteItem'],
  remove_items: ['HassListRemoveItem'],
};

const timerIntents: Readonly<Record<string, string>> = {
  start: 'HassStartTimer',
  cancel: 'HassCancelTimer',
  cancel_all: 'HassCancelAllTimers',
  pause: 'HassPauseTimer',
  resume: 'HassUnpauseTimer',
  status: 'HassTimerStatus',
};

export function meaningOf({ plan, chosen }: Understanding, model: HomeModel, index: HomeIndex): Meaning {
  const clause = chosen?.clauses[0];
  const step = plan.kind === 'several' ? plan.steps[0] : plan;
  const said = clause ? whereSaid(clause, plan, model, index) : {};
  return step === undefined ? { intents: [], slots: {} } : inTheirTerms(step, said, clause);
}

type Slots = Record<string, string | number | undefined>;

function inTheirTerms(step: Step, said: Slots, clause: Clause | undefined): Meaning {
  switch (step.kind) {
    case 'act':
      return {
        intents: wishIntents[step.wish.do] ?? [],
        slots: { ...said, ...wishSlots(step.wish, clause) },
      };
    case 'answer': {
      const state = step.question.ask === 'state' ? step.question.state : undefined;
      const isSky = step.question.ask === 'weather' || step.question.ask === 'forecast';
      const intents = isSky ? ['HassGetWeather'] : ['HassGetState'];
      const isReading = step.question.ask === 'value' || step.question.ask === 'property';
      if (isReading) intents.push('HassClimateGetTemperature');
      return { intents, slots: { ...said, state: theirState(state, clause) } };
    }
    case 'timer': {
      const { request } = step;
      const intent =
        request.do === 'change'
          ? request.byMs > 0
            ? 'HassIncreaseTimer'
            : 'HassDecreaseTimer'
          : (timerIntents[request.do] ?? '');
      const length = request.do === 'start' ? request.lengthMs : request.do === 'change' ? request.byMs : 0;
      const timer = 'timer' in request ? request.timer : null;
      const place = request.do === 'cancel_all' ? request.place : (timer?.place ?? null);
      return {
        intents: [intent],
        slots: {
          ...parts(Math.abs(length), ''),
          ...parts(timer?.lengthMs ?? 0, 'start_'),
          name: (request.do === 'start' ? request.name : timer?.name) ?? undefined,
          [place?.kind === 'floor' ? 'floor' : 'area']: place?.name,
        },
      };
    }
    case 'broadcast':
      return { intents: ['HassBroadcast'], slots: { message: step.message } };
    case 'tell':
      return { intents: [tellIntents[step.what] ?? 'HassRespond'], slots: {} };
    case 'never-mind':
      return { intents: ['HassNevermind'], slots: {} };
    case 'not-understood':
      return step.later === undefined
        ? { intents: [], slots: {} }
        : {
            intents: ['HassStartTimer'],
            slots: { ...parts(step.later.afterMs ?? 0, ''), conversation_command: step.later.command },
          };
    default:
      return { intents: [], slots: {} };
  }
}

const tellIntents: Readonly<Record<string, string>> = {
  time: 'HassGetCurrentTime',
  date: 'HassGetCurrentDate',
};

/** Names and places as the home calls them. */
function whereSaid(clause: Clause, plan: Plan, model: HomeModel, index: HomeIndex): Slots {
  const inside = clause.captures.flatMap((capture: Capture) =>
    capture.slot === 'target' ? capture.inside : [],
  );
  const placeText = inside.find(({ slot }) => slot === 'place')?.value;
  const place =
    placeText === undefined ? undefined : findPlace({ model, index, allowMisheard: true }, placeText);
  const hasName = inside.some(({ slot }) => slot === 'name');
  const entities = 'entities' in plan ? plan.entities : [];
  return {
    ...(hasName && { name: entities[0]?.names[0] }),
    ...(place && { [place.kind]: place.name }),
    ...(plan.kind === 'act' && plan.wish.do === 'clean_area' && { name: undefined }),
  };
}

function wishSlots(wish: Wish, clause: Clause | undefined): Slots {
  const said = (slot: string) => clause?.captures.find((capture) => capture.slot === slot)?.value;
  switch (wish.do) {
    case 'set_brightness':
      return { brightness: wish.percent };
    case 'set_color':
      return { color: wish.color };
    case 'set_color_temperature':
      return { temperature: wish.kelvin };
    case 'set_position':
      return { position: wish.percent };
    case 'set_fan_speed':
      return { percentage: wish.percent };
    case 'set_temperature':
      return { temperature: wish.degrees };
    case 'set_volume':
      return { volume_level: wish.percent };
    case 'change_volume':
      return {
        volume_step: said('percent') === undefined ? (wish.byPercent > 0 ? 'up' : 'down') : wish.byPercent,
      };
    case 'play_media':
      return { search_query: wish.query, media_class: wish.mediaClass ?? undefined };
    case 'add_items':
    case 'complete_items':
    case 'remove_items':
      return { item: wish.items.join(', '), ...(said('list') !== undefined && { name: undefined }) };
    default:
      return {};
  }
}

/** Contact sensors have on and off there. */
function theirState(state: string | undefined, clause: Clause | undefined): string | undefined {
  const hasName = clause?.captures.some(({ inside }) => inside.some(({ slot }) => slot === 'name'));
  if (hasName && (state === 'open' || state === 'occupied' || state === 'detected')) return `on`;
  return state;
}

function parts(ms: number, prefix: string): Slots {
  const seconds = Math.round(ms / 1_000);
  const slot = (name: string, value: number) => (value === 0 ? {} : { [`${prefix}${name}`]: value });
  return {
    ...slot('hours', Math.floor(seconds / 3_600)),
    ...slot('minutes', Math.floor((seconds % 3_600) / 60)),
    ...slot('seconds', seconds % 60),
  };
}
