/** A wish for one device → the service to call and the states that prove it. */
import type { Action } from '../../home/call.ts';
import type { Entity, EntityState } from '../../home/model/home-model.ts';
import type { Wish } from '../understand/plan.ts';

/** A lamp answers in 80–250 ms; after this a person has noticed the silence. */
const quickDeadlineMs = 800;

/** Brightness comes back in 255 steps, rounded by lamps as they like: two per cent are the same. */
const brightnessSlack = 5;

/** Null for what is understood and can not be done yet. */
export function actionFor(wish: Wish, entity: Entity): Action | null {
  const { entityId, domain } = entity;
  const make = (
    service: string,
    proves: (state: EntityState) => boolean,
    underway: (state: EntityState) => boolean = () => false,
    data: Action['data'] = {},
  ): Action => ({ entityId, domain, service, data, proves, underway, deadlineMs: quickDeadlineMs });

  switch (wish.do) {
    case 'turn_on':
      return make('turn_on', ({ state }) => isOn(state));
    case 'turn_off':
      return make('turn_off', ({ state }) => state === 'off' || state === 'standby');
    case 'set_brightness':
      if (wish.percent === 0) return make('turn_off', ({ state }) => state === 'off');
      return make('turn_on', hasBrightness(wish.percent), undefined, { brightness_pct: wish.percent });
    case 'open':
      return make(
        domain === 'cover' ? 'open_cover' : domain === 'valve' ? 'open_valve' : 'open',
        ({ state, attributes }) => state === 'open' && (attributes['current_position'] ?? 100) === 100,
        ({ state }) => state === 'opening',
      );
    case 'close':
      return make(
        domain === 'valve' ? 'close_valve' : 'close_cover',
        ({ state }) => state === 'closed',
        ({ state }) => state === 'closing',
      );
    case 'lock':
      return make(
        'lock',
        ({ state }) => state === 'locked',
        ({ state }) => state === 'locking',
      );
    case 'unlock':
      return make(
        'unlock',
        ({ state }) => state === 'unlocked',
        ({ state }) => state === 'unlocking',
      );
    default:
      return null;
  }
}

const notOn: ReadonlySet<string> = new Set(['off', 'standby', 'unavailable', 'unknown']);

function isOn(state: string): boolean {
  return !notOn.has(state);
}

function hasBrightness(percent: number): (state: EntityState) => boolean {
  const wanted = (percent * 255) / 100;
  return ({ state, attributes }) =>
    state === 'on' && Math.abs(Number(attributes['brightness']) - wanted) <= brightnessSlack;
}
