/** What can be asked of an entity, from its domain and the feature bits its integration reports. */

export type Capabilities = {
  readonly onOff: boolean;
  /** Brightness 1–100 %. */
  readonly brightness: boolean;
  /** Any colour. */
  readonly color: boolean;
  /** Warm to cold white. */
  readonly colorTemperature: boolean;
  readonly open: boolean;
  readonly close: boolean;
  /** Position 0–100 %. */
  readonly position: boolean;
  readonly lock: boolean;
};

/** Domains whose entities are simply on or off and have `turn_on` and `turn_off`. */
const onOffDomains: ReadonlySet<string> = new Set([
  'light',
  'switch',
  'fan',
  'input_boolean',
  'media_player',
  'humidifier',
]);

/** Bits of `supported_features`, from Home Assistant's cover and valve components (the same in both). */
const openBit = 1;
const closeBit = 2;
const positionBit = 4;

/** Colour modes of a light with colours. */
const colourModes: ReadonlySet<unknown> = new Set(['hs', 'xy', 'rgb', 'rgbw', 'rgbww']);
/** Colour modes of a light that can not be dimmed. */
const plainModes: ReadonlySet<unknown> = new Set(['onoff', 'unknown']);

/** `attributes` are the state's, `registered` the registry's `capabilities` (known while a device is away). */
export function capabilitiesOf(
  domain: string,
  attributes: Readonly<Record<string, unknown>>,
  registered: Readonly<Record<string, unknown>> = {},
): Capabilities {
  const bits = Number(attributes['supported_features'] ?? 0);
  const modes = attributes['supported_color_modes'] ?? registered['supported_color_modes'];
  const lightModes: readonly unknown[] = domain === 'light' && Array.isArray(modes) ? modes : [];
  const moves = domain === 'cover' || domain === 'valve';
  return {
    onOff: onOffDomains.has(domain),
    brightness: lightModes.some((mode) => !plainModes.has(mode)),
    color: lightModes.some((mode) => colourModes.has(mode)),
    colorTemperature: lightModes.includes('color_temp'),
    open: moves && (bits & openBit) !== 0,
    close: moves && (bits & closeBit) !== 0,
    position: moves && (bits & positionBit) !== 0,
    lock: domain === 'lock',
  };
}
