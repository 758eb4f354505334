/** Sentences beside whose words some are not known, or that are cut, told or asked of others: nothing is done, and nothing asked. */
export const neverUnknown: Readonly<Record<string, readonly string[]>> = {
  'about what is not known': [
    'keep your hands off the volume',
    'make a light lunch for two',
    'fix us a light supper',
    'make a light dinner',
    'get me some louder trainers',
    'would you rate my new red lamp',
    'rate my red lamp',
    'could you describe bright lights',
  ],
  'led by a verb that is not known': [
    'please avoid switching the printer off',
    'please refrain from dimming the lights',
    'could you kindly consider brightening the lamp',
    'skip the vacuuming this week',
  ],
  'of figures that count something else': [
    'coming up next on channel four brighter homes with bigger lamps',
    'keep the noise down you two',
    'could you keep the volume up for three goblins',
  ],
  'asked of others first': [
    'alex hand me the remote and mute it',
    'hand me the remote and mute the tv',
    'jack take the bins out and switch the lamp off',
    'pass the salt and dim the lights',
  ],
  'written, sung or spoken by others': [
    'the sign reads please switch off all lamps',
    'the sign outside states please dim the lights',
    'our neighbour complained please turn the music down',
    'the guide recommends please keep the lamp on',
    'the label warns please switch off the lamp first',
    'he whispered turn off the lamp and close your eyes',
  ],
  'cut off at an article': [
    'start the',
    'pause the',
    'mute the',
    'next the',
    'play the',
    'play some by',
    'i would like the lights to be',
  ],
  'remarks about things as they are again': [
    'the music next door is far too loud again',
    'the kitchen is so cold once more',
  ],
  'tales of a moment': ['the lights dimmed', 'the lights dimmed and the curtain rose'],
};
