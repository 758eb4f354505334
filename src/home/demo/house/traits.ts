/** Attributes that kinds of devices share, with Home Assistant's feature bits. */
export const white = {
  supported_color_modes: ['color_temp'],
  min_color_temp_kelvin: 2200,
  max_color_temp_kelvin: 6500,
};
export const dimmable = { supported_color_modes: ['brightness'] };
export const plain = { supported_color_modes: ['onoff'] };
/** OPEN, CLOSE, SET_POSITION and STOP of Home Assistant's cover features. */
export const coverFeatures = 1 + 2 + 4 + 8;
/** SET_SPEED, OSCILLATE, TURN_OFF and TURN_ON of its fan features. */
export const fanFeatures = 1 + 2 + 16 + 32;
/**
 * PAUSE, VOLUME_SET, MUTE, PREVIOUS, NEXT, TURN_ON, TURN_OFF, PLAY_MEDIA, VOLUME_STEP, SELECT_SOURCE, STOP, PLAY,
 * SHUFFLE and SEARCH of its media player features.
 */
export const playerFeatures =
  1 + 4 + 8 + 16 + 32 + 128 + 256 + 512 + 1_024 + 2_048 + 4_096 + 16_384 + 32_768 + 4_194_304;
/** TARGET_TEMPERATURE, PRESET_MODE, TURN_OFF and TURN_ON of its climate features. */
export const climateFeatures = 1 + 16 + 128 + 256;
/** PAUSE, STOP, RETURN_HOME, FAN_SPEED, LOCATE, STATE, START and CLEAN_AREA of its vacuum features. */
export const vacuumFeatures = 4 + 8 + 16 + 32 + 512 + 4_096 + 8_192 + 16_384;
/** ARM_HOME, ARM_AWAY, ARM_NIGHT and ARM_VACATION of its alarm panel features. */
export const alarmFeatures = 1 + 2 + 4 + 32;

export const cover = (deviceClass: string, position: number) => ({
  device_class: deviceClass,
  supported_features: coverFeatures,
  current_position: position,
});
export const sensor = (deviceClass: string, unit: string) => ({
  device_class: deviceClass,
  unit_of_measurement: unit,
  state_class: 'measurement',
});
