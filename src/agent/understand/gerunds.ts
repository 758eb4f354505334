/** "would you mind turning on the light" asks for the same as "turn on the light". */

const verbs =
  'turn switch put set open close lock unlock dim brighten lower raise start stop play pause make shut add remove change turn kill mute skip resume arm clean vacuum run activate get flip bring adjust cancel light power increase decrease reduce boost soften darken fade drop crank give';

/** Words behind which what is asked for may stand so. */
const leads = /^(?:.* )?(?:mind|how about|what about)$/;

const bases: ReadonlyMap<string, string> = new Map(verbs.split(' ').map((verb) => [gerundOf(verb), verb]));

function gerundOf(verb: string): string {
  if (verb.endsWith('e')) return `${verb.slice(0, -1)}ing`;
  return /^[^aeiou]*[aeiou][bdgmnpt]$/.test(verb) ? `${verb}${verb.slice(-1)}ing` : `${verb}ing`;
}

/** Opens the first gerund after "mind", "how about"; other sentences stay as they are. */
export function openGerund(words: readonly string[]): readonly string[] {
  const at = words.findIndex(
    (word, index) => bases.has(word) && leads.test(words.slice(0, index).slice(-2).join(' ')),
  );
  const base = bases.get(words[at] ?? '');
  return base === undefined ? words : [...words.slice(0, at), 'to', base, ...words.slice(at + 1)];
}
