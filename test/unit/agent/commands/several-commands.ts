/** Several devices, rooms or commands in one sentence, and what is taken out of a whole; said in the living room. */
const kitchen = 'light.kitchen_ceiling light.kitchen_counter';
const bedroom = 'light.bed_light light.bedroom_ceiling';

export const severalCommands: Readonly<Record<string, readonly string[]>> = {
  // What a clause says of "it" and "the ones" is of the clause before.
  'turn_on light.bed_light + set_brightness 30 light.bed_light': [
    'turn on the bed light and set it to 30 percent',
    'switch the bed light on and dim it to 30 percent',
  ],
  'turn_off light.desk_lamp light.office_ceiling + turn_on light.garage_light': [
    'turn off the lights in the office and turn on the ones in the garage',
  ],
  'turn_on light.garage_light light.hallway_light light.terrace_lights': [
    'turn on the garage light, hallway light and terrace lights',
    'turn on the garage light; the hallway light; the terrace lights',
    'turn on the garage light and the hallway light and the terrace lights',
  ],
  'turn_off light.desk_lamp media_player.tv': [
    'turn off the tv and the desk lamp',
    'turn the desk lamp and the tv off',
    'switch off the tv and the desk lamp please',
    'tv and desk lamp off',
  ],
  [`turn_off ${bedroom} ${kitchen}`]: [
    'turn off the lights in the kitchen and the bedroom',
    'turn off the bedroom and kitchen lights',
    'kitchen and bedroom lights off',
    'turn off the kitchen lights and the bedroom lights',
  ],
  [`turn_on ${kitchen} + turn_off media_player.tv`]: [
    'turn on the kitchen lights and turn off the tv',
    'kitchen lights on and tv off',
    'turn the kitchen lights on then switch the tv off',
    'please turn on the lights in the kitchen and then turn the tv off',
  ],
  'close cover.garage_door + lock lock.front_door': [
    'close the garage door and lock the front door',
    'shut the garage and lock the front door please',
    'close the garage, then lock the front door',
  ],
  'lock lock.front_door + turn_off light.hallway_light + activate script.good_night': [
    'lock the front door, turn off the hallway light and run good night',
    'lock the front door and turn off the hallway light and start good night',
  ],
  'turn_off light.kitchen_ceiling': [
    'turn off all the kitchen lights except the kitchen counter',
    'all the kitchen lights off except for the kitchen counter',
    'turn off the kitchen lights but not the kitchen counter',
  ],
  'turn_off light.bathroom_light light.bed_light light.bedroom_ceiling light.night_light': [
    'turn off the lights upstairs',
    'all upstairs lights off',
    'turn off every light on the first floor',
    'lights off upstairs please',
    'turn all the lights upstairs off',
  ],
  'turn_off light.bathroom_light light.night_light': [
    'turn off the lights upstairs except in the bedroom',
    'turn off all lights upstairs except the bedroom lights',
    'lights off upstairs apart from the bedroom',
  ],
  'turn_on light.terrace_lights': [
    'turn on the outdoor lights',
    'outside lights on',
    'turn on the lights outside',
    'turn on the garden lights',
    'lights on in the garden',
  ],
  [`turn_off ${kitchen} + timer`]: [
    'turn off the kitchen lights and set a timer for ten minutes',
    'turn off the kitchen lights and start a 10 minute timer',
  ],
  [`timer + turn_off ${kitchen}`]: ['set a pasta timer for nine minutes and turn off the kitchen lights'],
  'timer + timer': ['set a pasta timer for nine minutes and an egg timer for six minutes'],
  'lock lock.front_door + answer': ['lock the front door and is the garage door closed'],
  'answer + answer': ['is the front door locked and are the blinds open'],
};
