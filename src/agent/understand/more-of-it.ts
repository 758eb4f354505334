/** "a bit more", "less", "further": the last wish goes on, or back a little. Pure. */
import { entitiesOf, type Entity } from '../../home/model/home-model.ts';
import type { Said } from './intents/command-intent.ts';
import { byName, type LinkContext } from './mention.ts';
import type { Step } from './plan.ts';
import type { Situation } from './situation.ts';
import type { Wish } from './wish.ts';

/** Undefined when nothing was last done that has a more and a less. */
export function moreOf(
  said: Said,
  { lastWish, lastEntityIds, lastSaid = '' }: Situation,
  { model }: LinkContext,
): Step | undefined {
  const entities = entitiesOf(model, lastEntityIds);
  const more = said('more');
  const isBit = said('bit') !== undefined;
  const done = lastWish?.do === 'turn_on' ? asFigure(entities) : lastWish;
  const upward = done ? further(done, more === 'less' ? -1 : 1, isBit) : undefined;
  const on = lastWish && isFigure.test(lastWish.do) && downward.test(lastSaid) ? turned(upward) : upward;
  const wish = more === 'up' || more === 'down' ? pointed(on, more === 'up' ? 1 : -1) : on;
  if (wish === undefined || entities.length === 0) return undefined;
  return { kind: 'act', wish, entities, about: byName };
}

/** What was switched on has more and less of its light, or of its speed. */
function asFigure(entities: readonly Entity[]): Wish | undefined {
  if (entities.every(({ domain }) => domain === 'light')) return { do: 'set_brightness', percent: 100 };
  if (entities.every(({ domain }) => domain === 'fan')) return { do: 'set_fan_speed', percent: 100 };
  return undefined;
}

const isFigure = /^set_/;
/** "Turn it down to 30", "close them halfway": more of that is down. */
const downward = /\b(?:down|lower|reduce|decrease|drop|close|shut)\b/i;

const steps = { brightness: 20, volume: 10, position: 20, speed: 20, degrees: 2 } as const;

/** The same way once more; from a figure that was set, "more" is up, unless it was said to go down. What went back goes on the other way. */
function further(wish: Wish, sign: 1 | -1, isBit: boolean): Wish | undefined {
  const part = isBit ? sign / 2 : sign;
  const way = 'isBack' in wish ? -sign : sign;
  const back = sign < 0 ? ({ isBack: true } as const) : {};
  switch (wish.do) {
    case 'change_brightness':
    case 'change_volume':
    case 'change_position':
    case 'change_fan_speed':
      return { do: wish.do, byPercent: way * wish.byPercent, ...back };
    case 'change_temperature':
      return { do: wish.do, byDegrees: way * wish.byDegrees, ...back };
    case 'change_color_temperature':
      return { do: wish.do, byKelvin: way * wish.byKelvin, ...back };
    case 'set_brightness':
      return { do: 'change_brightness', byPercent: part * steps.brightness, ...back };
    case 'set_volume':
      return { do: 'change_volume', byPercent: part * steps.volume, ...back };
    case 'set_fan_speed':
      return { do: 'change_fan_speed', byPercent: part * steps.speed, ...back };
    case 'set_temperature':
      return { do: 'change_temperature', byDegrees: part * steps.degrees, ...back };
    case 'set_position':
    case 'open':
      return { do: 'change_position', byPercent: part * steps.position, ...back };
    case 'close':
      return { do: 'change_position', byPercent: -part * steps.position, ...back };
    default:
      return undefined;
  }
}

/** The other way. */
function turned(wish: Wish | undefined): Wish | undefined {
  if (wish === undefined) return undefined;
  if ('byPercent' in wish) return { ...wish, byPercent: -wish.byPercent };
  return 'byDegrees' in wish ? { ...wish, byDegrees: -wish.byDegrees } : wish;
}

/** "Up" and "down" say themselves which way. */
function pointed(wish: Wish | undefined, sign: 1 | -1): Wish | undefined {
  switch (wish?.do) {
    case 'change_brightness':
    case 'change_volume':
    case 'change_position':
    case 'change_fan_speed':
      return { do: wish.do, byPercent: sign * Math.abs(wish.byPercent) };
    case 'change_temperature':
      return { do: wish.do, byDegrees: sign * Math.abs(wish.byDegrees) };
    default:
      return undefined;
  }
}
