/** "Fan speed two": the second speed of a fan that has few, two of ten of one that has many. Pure. */
import { stateOf, type Entity, type HomeModel } from '../../home/model/home-model.ts';
import type { Wish } from './wish.ts';

/** A fan that can be set to any percentage. */
const tenths = 10;

/** `speed` is the bare number that was said; a number that is no speed of this fan is a percentage. */
export function inSpeeds(
  wish: Wish,
  speed: string | undefined,
  [fan]: readonly Entity[],
  model: HomeModel,
): Wish {
  if (wish.do !== 'set_fan_speed' || speed === undefined || fan === undefined) return wish;
  const step = stateOf(model, fan.entityId)?.attributes['percentage_step'];
  const size = typeof step === 'number' && step > 1 ? step : tenths;
  const percent = Math.round(Number(speed) * size);
  return percent > 100 ? wish : { do: 'set_fan_speed', percent };
}
