import { expect, it } from 'vitest';
import { readableText } from '../../../../src/engines/stt/readable.ts';

it.each([
  ['TURN ON  THE LIGHTS ', 'upper', 'Turn on the lights'],
  ["CAN I SEE WHAT I'M DOING IN HERE", 'upper', "Can I see what I'm doing in here"],
  [' Turn on the TV. ', 'mixed', 'Turn on the TV.'],
  ['ICI', 'upper', 'Ici'],
  ['', 'upper', ''],
])('writes %j of a model in %s case as %j', (text, textCase, readable) => {
  expect(readableText(text, textCase)).toBe(readable);
});
