/** A wish for one device → the service to call and the states that prove it, or why the device can not do it. */
import type { Wish } from '../../understand/plan.ts';
import { arm, disarm } from './alarm.ts';
import {
  changeTemperature,
  setClimateFanMode,
  setClimatePreset,
  setHumidity,
  setHvacMode,
  setTemperature,
} from './climate.ts';
import { changeFanSpeed, setFanPreset, setFanSpeed, setOscillation } from './fan.ts';
import {
  changeBrightness,
  changeColorTemperature,
  setBrightness,
  setColor,
  setColorTemperature,
} from './light.ts';
import { changeItems } from './list.ts';
import { lock, unlock } from './lock.ts';
import {
  changeVolume,
  mute,
  pause,
  play,
  playMedia,
  selectSource,
  setVolume,
  skip,
  stopMedia,
} from './media.ts';
import { changePosition, close, open, setPosition, stop } from './opening.ts';
import { type Planned, type Target, unsupported } from './plan-action.ts';
import {
  cleanAreas,
  dock,
  locate,
  pauseCleaning,
  pauseMowing,
  returnToBase,
  startCleaning,
  startMowing,
} from './robots.ts';
import { press, runRoutine } from './routines.ts';
import { switchTo } from './switching.ts';
import { wishDomains } from './wish-domains.ts';

/** Pure. */
export function actionFor(wish: Wish, target: Target): Planned {
  if (wishDomains[wish.do]?.includes(target.entity.domain) === false) return unsupported;
  switch (wish.do) {
    case 'turn_on':
    case 'turn_off':
    case 'toggle':
      return switchTo(wish.do, target);
    case 'set_brightness':
      return setBrightness(wish.percent, target);
    case 'change_brightness':
      return changeBrightness(wish.byPercent, target);
    case 'set_color':
      return setColor(wish.color, target);
    case 'set_color_temperature':
      return setColorTemperature(wish.kelvin, target);
    case 'change_color_temperature':
      return changeColorTemperature(wish.byKelvin, target);
    case 'open':
      return open(target);
    case 'close':
      return close(target);
    case 'stop':
      return stop(target);
    case 'set_position':
      return setPosition(wish.percent, target);
    case 'change_position':
      return changePosition(wish.byPercent, target);
    case 'lock':
      return lock(target);
    case 'unlock':
      return unlock(target);
    case 'set_fan_speed':
      return setFanSpeed(wish.percent, target);
    case 'change_fan_speed':
      return changeFanSpeed(wish.byPercent, target);
    case 'set_oscillation':
      return setOscillation(wish.on, target);
    case 'set_temperature':
      return setTemperature(wish.degrees, wish.unit, target);
    case 'change_temperature':
      return changeTemperature(wish.byDegrees, target);
    case 'set_hvac_mode':
      return setHvacMode(wish.mode, target);
    case 'set_fan_mode':
      return setClimateFanMode(wish.mode, target);
    case 'set_preset':
      return target.entity.domain === 'fan'
        ? setFanPreset(wish.mode, target)
        : setClimatePreset(wish.mode, target);
    case 'set_humidity':
      return setHumidity(wish.percent, target);
    case 'play':
      return play(target);
    case 'pause':
      return pause(target);
    case 'stop_media':
      return stopMedia(target);
    case 'next_track':
      return skip('next', target);
    case 'previous_track':
      return skip('previous', target);
    case 'set_volume':
      return setVolume(wish.percent, target);
    case 'change_volume':
      return changeVolume(wish.byPercent, target);
    case 'mute':
    case 'unmute':
      return mute(wish.do === 'mute', target);
    case 'select_source':
      return selectSource(wish.source, target);
    case 'start_cleaning':
      return startCleaning(target);
    case 'pause_cleaning':
      return pauseCleaning(target);
    case 'return_to_base':
      return returnToBase(target);
    case 'clean_area':
      return cleanAreas(wish.areaIds, target);
    case 'locate':
      return locate(target);
    case 'start_mowing':
      return startMowing(target);
    case 'pause_mowing':
      return pauseMowing(target);
    case 'dock':
      return dock(target);
    case 'arm':
      return arm(wish.mode, target);
    case 'disarm':
      return disarm(target);
    case 'activate':
      return runRoutine(target, 'variables' in wish ? wish.variables : {});
    case 'press':
      return press(target);
    case 'play_media':
      return playMedia(target);
    case 'add_items':
    case 'complete_items':
    case 'remove_items':
      return changeItems(wish, target);
  }
}
