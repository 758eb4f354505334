/** As people type in a hurry, and say while they look for words; in our own words, in the living room of the demo home. */
export const crowdSpelling: Readonly<Record<string, readonly string[]>> = {
  'turn_on light.living_room_ceiling light.living_room_lamp': [
    'its too dark',
    'its dark in here',
    'i cant see anything',
    'on lights',
    'on all lights please',
  ],
  'turn_on light.living_room_lamp': [
    'id like the lamp on',
    'turn turn on the lamp',
    'can can you turn on the lamp',
    'turn on the lamp turn on the lamp',
    'turn the lamp on aswell',
    'i i want the lamp on',
  ],
  'turn_off light.living_room_ceiling light.living_room_lamp': [
    'im leaving turn off the lights',
    'lets turn off the lights',
    'could you turn of the lights',
  ],
  'turn_off light.living_room_lamp': ['deactive the lamp', 'inactivate the lamp', 'please turn the lamp of'],
  'change_brightness -20 light.living_room_ceiling light.living_room_lamp': [
    'its too bright in here',
    'dim dim the lights',
    'lets dim the lights',
  ],
  'set_brightness 100 light.living_room_lamp': [
    "set the lamp to it's brightest",
    'set the lamp to its brightest',
  ],
  'change_volume 10 media_player.tv': ['i cant hear the tv', 'louder louder'],
  'change_volume 5 media_player.tv': ['abit louder'],
  'change_temperature 2 climate.thermostat': ['im cold'],
  'turn_off light.kitchen_ceiling light.kitchen_counter': ['kitchen turn off the lights'],
  'set_brightness 50 light.kitchen_ceiling light.kitchen_counter': [
    'kitchen set the lights to fifty percent',
  ],
};
