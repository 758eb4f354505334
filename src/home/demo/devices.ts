/** Which device stands behind each domain of the demo home. */
import { alarmPanel } from './devices/alarm.ts';
import { climate, humidifier } from './devices/comfort.ts';
import type { DemoState, Device, DeviceCommand, Random, Step } from './devices/device.ts';
import { fan, light, onOff } from './devices/lamps.ts';
import { mediaPlayer } from './devices/media.ts';
import { cover, lock, valve } from './devices/movers.ts';
import { lawnMower, vacuum } from './devices/robots.ts';

const devices: Readonly<Record<string, Device>> = {
  light,
  switch: onOff,
  input_boolean: onOff,
  fan,
  lock,
  cover,
  valve,
  climate,
  humidifier,
  media_player: mediaPlayer,
  vacuum,
  lawn_mower: lawnMower,
  alarm_control_panel: alarmPanel,
};

/** What a device of this domain does with the command; nothing when it has no such device. */
export function reactionOf(
  domain: string,
  current: DemoState,
  command: DeviceCommand,
  random: Random,
): readonly Step[] {
  return devices[domain]?.(current, command, random) ?? [];
}
