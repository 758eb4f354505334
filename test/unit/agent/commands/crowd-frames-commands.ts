/** One wish in the many frames that a crowd puts it into, in our own words; said in the living room of the demo home. */
export const crowdFrames: Readonly<Record<string, readonly string[]>> = {
  'change_brightness 20 light.living_room_lamp': [
    'the lamp should go up',
    'I want the lamp turned up',
    'the lamp needs to be increased',
    'have the lamp raised please',
    'could the lamp go up',
  ],
  'change_brightness -20 light.living_room_lamp': [
    'the lamp needs to come down',
    "I'd like the lamp lowered",
    'the lamp ought to be reduced',
    'get the lamp toned down',
  ],
  'change_brightness -30 light.living_room_lamp': [
    'thirty percent down for the lamp',
    'decrease by thirty percent the lamp',
    'I need the lamp turned down by 30',
  ],
  'set_brightness 40 light.living_room_lamp': [
    'dim down the lamp to about forty percent',
    'make the lamp brighter to 40 percent',
    'set the lamp to a softer level of 40 percent',
    'set the lamp to brightness 40',
  ],
  'change_volume 10 media_player.tv': [
    'I want the music turned up',
    'the sound should be raised',
    'I want to hear the tv better',
    'three levels up for the volume',
    'set the volume to a higher level',
  ],
  'change_volume -10 media_player.tv': [
    'the volume needs to come down',
    'I would like the sound lowered',
    'lose some volume',
    'this hurts my ears',
  ],
  'change_temperature 2 climate.thermostat': [
    'the heating should go up two degrees',
    'I want the thermostat up two degrees',
    'increase by two degrees the temperature',
    'the thermostat ought to be two degrees higher',
  ],
  'set_temperature 21 climate.thermostat': [
    'turn the heating lower to twenty one degrees',
    'I need the heating to rise to 21 degrees',
    'bring the temperature of the heating down to 21 degrees',
  ],
  'turn_on fan.bedroom_fan': ['in the bedroom, turn on the fan', 'I want the bedroom fan running'],
  'turn_off fan.bedroom_fan': [
    'make the bedroom fan stop running',
    'put an end to the bedroom fan',
    'the bedroom fan needs to be switched off',
    'close the bedroom fan',
  ],
  'set_color red light.living_room_ceiling light.living_room_lamp': [
    'give the living room lights a red glow',
    'the lights should be on the red setting',
  ],
  'set_brightness 10 light.living_room_ceiling light.living_room_lamp': [
    'switch to night light',
    'set the lights to night mode',
  ],
  'start_cleaning vacuum.robot_vacuum': [
    'get the robot to start cleaning the floors',
    'I need you to clean',
    'pick up the crumbs',
    'vacuum upstairs',
    'wake up the vacuum',
  ],
  'return_to_base vacuum.robot_vacuum': ['go back to your charger', 'ask the vacuum to dock itself'],
};
