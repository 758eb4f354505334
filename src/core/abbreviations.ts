/** Dots that do not end a sentence although a capital letter or a number follows. */

/** Stand in front of a name; lower case, without the dot. English, German, French, Spanish, Italian. */
const titles = new Set(
  'mr mrs ms mx dr prof rev hon st mt sgt capt lt col gen gov sen rep hr fr frl m mme mlle sr sra srta sig'.split(
    ' ',
  ),
);

/** Stand in front of a number. */
const numberMarks = new Set('no nr nos art fig vol ch pp p abb kap bd'.split(' '));

/** German capitalises months, so `3. Mai` looks like the end of a sentence. */
const germanMonth =
  /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b/u;

const initial = /^\p{Uppercase}$/u;
const dottedLetters = /^(?:\p{Letter}\.)+\p{Letter}$/u;
const hourHalf = /^[ap]\.m$/iu;

/** True when the sentence goes on after `word.`, though what follows starts with no lower-case letter. */
export function goesOnAfterDot(word: string, following: string): boolean {
  const key = word.toLowerCase();
  if (titles.has(key)) return true;
  if (initial.test(word) && word !== 'I') return true;
  if (dottedLetters.test(word)) return !hourHalf.test(word);
  if (numberMarks.has(key)) return /^\p{Number}/u.test(following);
  return /^\d{1,2}$/u.test(word) && germanMonth.test(following);
}

/** True when `word.` may well not be the end, as long as nobody has seen what follows. */
export function mayGoOnAfterDot(word: string): boolean {
  const key = word.toLowerCase();
  return (
    word === '' ||
    titles.has(key) ||
    numberMarks.has(key) ||
    initial.test(word) ||
    dottedLetters.test(word) ||
    /\p{Number}$/u.test(word)
  );
}
