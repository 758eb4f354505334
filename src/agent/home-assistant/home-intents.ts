/** Home Assistant's intents → the names of the same commands and questions of ours, with their slots. */
import type { Slots } from './slots.ts';

/** The command of `commandIntents`, and what its slots say. */
export type OurCommand = {
  readonly intent: string;
  readonly said: Readonly<Record<string, string | undefined>>;
};

const plain = (intent: string) => (): readonly OurCommand[] => [{ intent, said: {} }];
const withSlot =
  (intent: string, ours: string, theirs: string) =>
  (slots: Slots): readonly OurCommand[] => [{ intent, said: { [ours]: slots.text(theirs) } }];

/** One intent may set several things at once: brightness and colour. */
export const homeCommands: Readonly<Record<string, (slots: Slots) => readonly OurCommand[]>> = {
  HassToggle: plain('toggle'),
  HassLightSet: (slots) => [
    ...when(slots, 'brightness', 'set_brightness', 'percent'),
    ...when(slots, 'color', 'set_color', 'color'),
    ...when(slots, 'temperature', 'set_color_temperature', 'kelvin'),
  ],
  HassSetPosition: withSlot('set_position', 'percent', 'position'),
  HassStopMoving: plain('stop'),
  HassFanSetSpeed: withSlot('set_fan_speed', 'percent', 'percentage'),
  HassClimateSetTemperature: withSlot('set_temperature', 'number', 'temperature'),
  HassMediaPause: plain('pause'),
  HassMediaUnpause: plain('play'),
  HassMediaNext: plain('next_track'),
  HassMediaPrevious: plain('previous_track'),
  HassMediaPlayerMute: plain('mute'),
  HassMediaPlayerUnmute: plain('unmute'),
  HassSetVolume: withSlot('set_volume', 'percent', 'volume_level'),
  HassSetVolumeRelative: volumeStep,
  HassMediaSearchAndPlay: (slots) => [
    {
      intent: 'play_media',
      said: { query: slots.text('search_query'), media_class: slots.text('media_class') },
    },
  ],
  HassVacuumStart: plain('start_cleaning'),
  HassVacuumReturnToBase: plain('return_to_base'),
  HassLawnMowerStartMowing: plain('start_mowing'),
  HassLawnMowerDock: plain('dock'),
  HassListAddItem: withSlot('add_items', 'item', 'item'),
  HassListCompleteItem: withSlot('complete_items', 'item', 'item'),
  HassListRemoveItem: withSlot('remove_items', 'item', 'item'),
  HassShoppingListAddItem: withSlot('add_items', 'item', 'item'),
  HassShoppingListCompleteItem: withSlot('complete_items', 'item', 'item'),
};

function when(slots: Slots, theirs: string, intent: string, ours: string): readonly OurCommand[] {
  const value = slots.text(theirs);
  return value === undefined ? [] : [{ intent, said: { [ours]: value } }];
}

function volumeStep(slots: Slots): readonly OurCommand[] {
  const step = slots.text('volume_step');
  const number = Number(step);
  if (Number.isFinite(number))
    return [{ intent: number < 0 ? 'quieter' : 'louder', said: { percent: String(Math.abs(number)) } }];
  return [{ intent: step === 'down' ? 'quieter' : 'louder', said: {} }];
}

/** Intents about timers; `duration` is what is set or changed, `length` which timer is meant. */
export const homeTimers: Readonly<Record<string, string>> = {
  HassStartTimer: 'start_timer',
  HassCancelTimer: 'cancel_timer',
  HassCancelAllTimers: 'cancel_all_timers',
  HassIncreaseTimer: 'add_time',
  HassDecreaseTimer: 'take_time',
  HassPauseTimer: 'pause_timer',
  HassUnpauseTimer: 'resume_timer',
  HassTimerStatus: 'timer_status',
};

/** Domain and device class → our kind of device. */
export function classNameOf(domain: string | undefined, deviceClass: string | undefined): string | null {
  if (domain === 'cover' || domain === 'binary_sensor' || domain === undefined) {
    if (deviceClass === 'garage') return 'garage_door';
    return deviceClass ?? (domain === 'cover' ? 'cover' : null);
  }
  return kindsOfDomain[domain] ?? domain;
}

const kindsOfDomain: Readonly<Record<string, string>> = {
  media_player: 'media',
  lawn_mower: 'mower',
  todo: 'list',
  alarm_control_panel: 'alarm',
  input_boolean: 'switch',
};
