/** The words of a topic that tell it from others, in the five languages we answer in. */

/** Words that every sentence has. */
const everywhere = new Set(
  [
    'a an and are about anything as at be been by did do does everything for from had has have he her his i in is it its me my of on or our said say she so something tell that the their them there they thing things this to told us was we were what when where which who why will with would you your',
    'aber als am an auch auf aus bei bin bist da das dass dem den der des die du ein eine einem einen einer er es für gesagt habe haben hat ich ihr im in ist ja kein man mein meine meinen meiner mich mir mit nach nicht oder sein sie sind so über um und uns unser unsere von vom war was wer wie wir wo zu zum zur',
    'ai au aux avec ce ces cette de des dit du elle en est et eux il ils je la le les leur lui ma mais mes moi mon ne nos notre nous on ou où par pas pour qu que qui sa se ses son sur ta te tes toi ton tu un une vos votre vous',
    'al algo como con cual de del dije dicho donde el ella ellos en era eres es esa ese eso esta este esto ha he hay la las le les lo los me mi mis muy no nos nuestra nuestro o para pero por que qué quien se ser si sobre son su sus te tu tus un una uno y ya yo',
    'aan als bij dan dat de deze die dit door een en er gezegd had heb hebben heeft het hier hij ik in is je jij jouw kan me met mij mijn naar niet nog of om onze ons onder op over te tot uit van voor waar wat we werd wie wij zei ze zij zijn zo',
  ].flatMap((line) => line.split(' ')),
);

/** A single letter is the rest of a contraction; a single digit may be all that tells two things apart. */
const isWord = (word: string): boolean => word.length > 1 || /\p{N}/u.test(word);

/** A long text is searched by its first words: more make no difference. */
const maxWords = 12;

/** In the order they were said, each once; empty when every word is one of those that say nothing. */
export function searchWords(text: string): readonly string[] {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => isWord(word) && !everywhere.has(word));
  return [...new Set(words)].slice(0, maxWords);
}
