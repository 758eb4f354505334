/** "a bit more", "less", "further": the last wish goes on, or back a little. Pure. */
import type { Said } from './intents/command-intent.ts';
import type { LinkContext } from './mention.ts';
import type { Step } from './plan.ts';
import type { Situation } from './situation.ts';
import type { Wish } from './wish.ts';

/** Undefined when nothing was last done that has a more and a less. */
export function moreOf(
  said: Said,
  { lastWish, lastEntityIds }: Situation,
  { model }: LinkContext,
): Step | undefined {
  const entities = lastEntityIds.flatMap((id) => model.entities.get(id) ?? []);
  const sign = said('more') === 'less' ? -1 : 1;
  const wish = lastWish ? further(lastWish, sign, said('bit') !== undefined) : undefined;
  if (wish === undefined || entities.length === 0) return undefined;
  return { kind: 'act', wish, entities, about: byName };
}

const byName = { by: 'name', className: null, place: null, everywhere: false } as const;

const steps = { brightness: 20, volume: 10, position: 20, speed: 20, degrees: 2 } as const;

/** The same way once more; from a figure that was set, "more" is up. */
function further(wish: Wish, sign: 1 | -1, isBit: boolean): Wish | undefined {
  const part = isBit ? sign / 2 : sign;
  switch (wish.do) {
    case 'change_brightness':
    case 'change_volume':
    case 'change_position':
    case 'change_fan_speed':
      return { ...wish, byPercent: sign * wish.byPercent };
    case 'change_temperature':
      return { ...wish, byDegrees: sign * wish.byDegrees };
    case 'change_color_temperature':
      return { ...wish, byKelvin: sign * wish.byKelvin };
    case 'set_brightness':
      return { do: 'change_brightness', byPercent: part * steps.brightness };
    case 'set_volume':
      return { do: 'change_volume', byPercent: part * steps.volume };
    case 'set_fan_speed':
      return { do: 'change_fan_speed', byPercent: part * steps.speed };
    case 'set_temperature':
      return { do: 'change_temperature', byDegrees: part * steps.degrees };
    case 'set_position':
    case 'open':
      return { do: 'change_position', byPercent: part * steps.position };
    case 'close':
      return { do: 'change_position', byPercent: -part * steps.position };
    default:
      return undefined;
  }
}
