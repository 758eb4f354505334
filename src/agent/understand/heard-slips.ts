/**
 * Small words of commands that recognisers mistake for each other. Tried only when the words as heard mean nothing;
 * "turned off the lamp" is left: somebody tells it.
 */

const slips: readonly (readonly [heard: RegExp, said: string])[] = [
  // Said twice, as people do who look for words: "turn turn on", "can you can you".
  [/\b([a-z']+(?: [a-z']+){0,5})(?: \1\b)+/g, '$1'],
  [/^(?:heaven|having|have|ten|ton|tone|tern) (on|off)\b/, 'turn $1'],
  [/^(clothes|clothe|close is|closer|clos|clo)\b/, 'close'],
  // Locking and closing make nothing less safe.
  [/^(lock|close)e?d (?=the\b|[a-z]+'s\b)/, '$1 '],
  [/^(?:i|our) open (?=the\b|[a-z]+'s\b)/, 'open '],
  [/^turning (on|off)\b/, 'turn $1'],
  [/^(his|this) (?=.* (on|off|un|an|con|mon|locked|closed|open)$)/, 'is '],
  [/\b(thoroughly|thirley|thirdly|thirsty|dirty) percent\b/, '30 percent'],
  [/^(lark|look|like) (?=the\b)/, 'lock '],
  [/^(is|are) there (?=.* (on|off|un|pun|locked|closed|open)$)/, '$1 the '],
  [/^(sat|sit|sight|site|said|send) (?=.* to \d)/, 'set '],
  [/^(deem|dem|tim|den|then|them|um|dims) (?=the\b)/, 'dim '],
  // Nobody is said to do it.
  [
    /^(turn|switch|set|dim|start|stop|open|play|make|put|activate|raise|lower|increase|decrease)s (?=(?:on|off|up|down|the|my|our|it|all)\b)/,
    '$1 ',
  ],
  [/\b(turn|switch|put|shut) of\b/, '$1 off'],
  [/^(turn|switch|put) (un|an)\b/, '$1 on'],
  // "Turn the volume of" is half a sentence.
  [
    /\b((?:turn|switch|put|shut) .*)(?<! (?:volume|sound|brightness|colou?r|level|temperature|speed)) of$/,
    '$1 off',
  ],
  [/^((?:turn|switch|put) .*) (un|an)$/, '$1 on'],
  [/^((?:is|are) .*?)(?: the)? (un|an|in|mon|con|pun|pon)$/, '$1 on'],
  [/^((?:turn|switch|put) .*) (?:pun|pon)$/, '$1 on'],
  [/^((?:turn|switch|put|shut) (?:on|off) .*[a-z]) hea?(?: and)?$/, '$1 heater'],
  [/^((?:turn|switch|put|shut|is) .*[a-z]) hea? and$/, '$1 heater on'],
  [/^((?:turn|switch|put|shut|is) .*[a-z]) hea? (on|off)$/, '$1 heater $2'],
  [/^((?:turn|switch|put|shut) .*) puff$/, '$1 off'],
  // The last word run into the name: "switch the falconoff".
  [/^((?:turn|switch|put|shut) .*[a-z]{3})off$/, '$1 off'],
  [/^((?:is|are) .*[a-z]{3})(?:an|on|un)$/, '$1 on'],
  [/^(turn|switch|put) in (?=the .* (?:on|off)$)/, '$1 '],
  [/\b(on|off|is|are|set|dim|open|close|lock) them (?=\w)/, '$1 the '],
  [/^((?:is|are) .*) (clothes|close|closes)$/, '$1 closed'],
  [/^((?:is|are) .*) (lock|lot|luck|lucked|looked|logged|locks)$/, '$1 locked'],
  [/^((?:is|are) .*) is (open|closed|locked|unlocked|on|off)$/, '$1 $2'],
];

/** The words without slips; the same ones where there are none. */
export function withoutSlips(words: readonly string[]): readonly string[] {
  const text = words.join(' ');
  const said = slips.reduce((line, [heard, meant]) => line.replace(heard, meant), text);
  return said === text ? words : said.split(' ');
}
