/** What can be asked of a device. Plain data: dialogues keep it, stores write it. */

export type HvacMode = 'off' | 'heat' | 'cool' | 'heat_cool' | 'auto' | 'dry' | 'fan_only';

export type ArmMode = 'home' | 'away' | 'night' | 'vacation';

/** Wishes that need no number or word beside the device. */
export type PlainWish =
  | 'turn_on'
  | 'turn_off'
  | 'toggle'
  | 'open'
  | 'close'
  /** A cover or valve in motion stops where it is. */
  | 'stop'
  | 'lock'
  | 'unlock'
  /** A scene is set, a script runs, an automation is triggered. */
  | 'activate'
  | 'press'
  | 'play'
  | 'pause'
  | 'stop_media'
  | 'next_track'
  | 'previous_track'
  | 'mute'
  | 'unmute'
  | 'start_cleaning'
  | 'pause_cleaning'
  | 'return_to_base'
  | 'locate'
  | 'start_mowing'
  | 'pause_mowing'
  | 'dock'
  | 'disarm';

/** "Less", said of what was done before: "more" takes it back. */
type Back = { readonly isBack?: true };

/** What is asked of each device. Numbers of `change_…` are signed. */
export type Wish =
  | { readonly do: PlainWish }
  /** A script, with what it takes. */
  | { readonly do: 'activate'; readonly variables: Readonly<Record<string, unknown>> }
  | { readonly do: 'set_brightness'; readonly percent: number }
  | (Back & { readonly do: 'change_brightness'; readonly byPercent: number })
  /** A CSS colour name, as Home Assistant's `color_name` takes it. */
  | { readonly do: 'set_color'; readonly color: string }
  | { readonly do: 'set_color_temperature'; readonly kelvin: number }
  | (Back & { readonly do: 'change_color_temperature'; readonly byKelvin: number })
  /** 0 is closed. */
  | { readonly do: 'set_position'; readonly percent: number }
  | (Back & { readonly do: 'change_position'; readonly byPercent: number })
  | { readonly do: 'set_fan_speed'; readonly percent: number }
  | (Back & { readonly do: 'change_fan_speed'; readonly byPercent: number })
  | { readonly do: 'set_oscillation'; readonly on: boolean }
  /** Degrees in the unit the home uses, unless `unit` says which was spoken. */
  | { readonly do: 'set_temperature'; readonly degrees: number; readonly unit: 'C' | 'F' | null }
  | (Back & { readonly do: 'change_temperature'; readonly byDegrees: number })
  | { readonly do: 'set_hvac_mode'; readonly mode: HvacMode }
  /** Word as the device lists it, compared without case and `_`. */
  | { readonly do: 'set_fan_mode' | 'set_preset'; readonly mode: string }
  | { readonly do: 'set_humidity'; readonly percent: number }
  | { readonly do: 'set_volume'; readonly percent: number }
  | (Back & { readonly do: 'change_volume'; readonly byPercent: number })
  /** Search for this and play the first result. */
  | { readonly do: 'play_media'; readonly query: string; readonly mediaClass: string | null }
  | { readonly do: 'select_source'; readonly source: string }
  /** One room or more, in the order they were said. */
  | { readonly do: 'clean_area'; readonly areaIds: readonly string[] }
  | { readonly do: 'arm'; readonly mode: ArmMode }
  /** Of to-do and shopping lists. */
  | { readonly do: 'add_items' | 'complete_items' | 'remove_items'; readonly items: readonly string[] };
