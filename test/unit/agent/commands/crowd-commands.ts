/** How a crowd words it, in our own sentences, said in the living room of the demo home. */
export const crowdCommands: Readonly<Record<string, readonly string[]>> = {
  'change_brightness -20 light.bed_light light.bedroom_ceiling': [
    'can you lower the light intensity in the bedroom',
    'reduce light in the bedroom',
  ],
  'change_brightness -10 light.kitchen_ceiling light.kitchen_counter': [
    'make the lights in the kitchen a little less bright',
  ],
  'change_brightness -20 light.living_room_ceiling light.living_room_lamp': [
    "I'd like the lights dimmer",
    'bring the lights down',
    'the lights need to be dimmer',
    'please make the light softer',
    'adjust the lights to be less bright',
  ],
  'set_brightness 20 light.living_room_ceiling light.living_room_lamp': [
    'put the lights on low',
    'turn the lights to low',
    'set the lights to dim',
  ],
  'change_brightness -20 light.kitchen_ceiling light.kitchen_counter': [
    'lower the brightness of the lights in the kitchen',
  ],
  'change_brightness -20 light.living_room_lamp': ['could you turn the brightness of the lamp down'],
  'change_brightness 20 light.living_room_ceiling light.living_room_lamp': [
    'brighten up the room please',
    'I want more light in here',
    'put up the lights',
    'can the lights be brighter',
  ],
  'change_brightness 20 light.kitchen_ceiling light.kitchen_counter': [
    'turn the brightness up in the kitchen',
    'increase the lighting in the kitchen',
  ],
  'change_brightness 20 light.living_room_lamp': ['make the lamp brighter please'],
  'set_color_temperature 2700 light.kitchen_ceiling light.kitchen_counter': [
    'change the lights in the kitchen to a warm color',
  ],
  'set_color purple light.living_room_ceiling light.living_room_lamp': ['make the lights purple please'],
  'set_color green light.living_room_ceiling light.living_room_lamp': [
    'i would like to change the light color to green',
    'put some green light on',
  ],
  'set_color pink light.bed_light light.bedroom_ceiling': ['I want pink lights in the bedroom'],
  'set_color blue light.bed_light light.bedroom_ceiling': ['change my bedroom lights to blue'],
  'set_color yellow light.kitchen_ceiling light.kitchen_counter': [
    'set light color to yellow in the kitchen',
  ],
  'set_color blue light.living_room_ceiling light.living_room_lamp': [
    'switch the light color from red to blue',
  ],
  'turn_off light.kitchen_ceiling light.kitchen_counter': [
    'I need the lights off in the kitchen',
    'please turn the kitchen lamp off',
  ],
  'turn_off light.bathroom_light': ['can you switch off the lights in the bathroom'],
  'turn_off light.hallway_light': ['turn out the lights in the hallway'],
  'clean_area living_room vacuum.robot_vacuum': [
    'vacuum the living room please',
    'i want the vacuum to clean the living room',
  ],
  'start_cleaning vacuum.robot_vacuum': [
    'make the robot vacuum start',
    'hey roomba start cleaning',
    'get the floor cleaned',
    'use the vacuum cleaner',
    'please activate the vacuum cleaner',
    'turn the vacuum cleaner on',
  ],
  'clean_area kitchen vacuum.robot_vacuum': ['start the vacuum robot in the kitchen', 'clean up the kitchen'],
  'clean_area bedroom vacuum.robot_vacuum': ['run the hoover in the bedroom'],
  'change_volume -5 media_player.tv': ['turn the sound down a little'],
  'change_volume 10 media_player.tv': [
    'can you make it louder please',
    'raise the volume by ten percent',
    'could you speak up',
    'turn your volume up',
  ],
  'change_volume -10 media_player.tv': [
    'make the music quieter',
    'decrease the sound of the tv',
    'lower your voice',
  ],
  'set_volume 100 media_player.tv': ['put the volume on maximum', 'max volume', 'volume to max'],
  'set_volume 50 media_player.tv': ['set volume at fifty percent'],
  'stop_media media_player.tv': ['stop the sound'],
  'mute media_player.tv': ['no sound', 'mute yourself please', 'silence', 'turn off the volume'],
  'unmute media_player.tv': ['unmute please'],
  'turn_off switch.printer': ['turn the plug off in the office'],
  'turn_on switch.coffee_machine': ['activate the coffee machine socket'],
  'toggle switch.printer': ['toggle the printer'],
};
