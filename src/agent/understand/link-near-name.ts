/** A name that nothing is called, but something nearly: taken where no other is nearly as near, else asked about. */
import { entitiesOf, type Entity } from '../../home/model/home-model.ts';
import { householdWords } from './household-words.ts';
import { byName, type Fits, type FoundPlace, type LinkContext, type Linked } from './mention.ts';

/** From here on, and with the margin, a name is taken for the one that was said. */
const sureScore = 0.6;
/** The words that differ must be alike too: "happy walrus" is not "hollow walrus". */
const sureDiffering = 0.56;
/** Words cut in other places are said by nobody: "sun of night light". */
const sureCutElsewhere = 0.4;
/** A word of sentences beside a household's word was most likely said: "the morning lamp" is no living room lamp. */
const sureOther = 0.66;
/** Where nothing else in the home has the other words, two or more, heard as they are: "gateway floor fan". */
const sureOnly = 0.33;
/** Words less alike than this were another name: not even asked about. */
const askedDiffering = 0.4;
/**
 * Where no word was heard as it is, nothing but the likeness speaks for the name, and the fewer letters it has, the
 * more other words are as alike: "bad boat" is no bed light, while "heavy calm at" is the happy comet.
 */
const sureAlone = 0.6;
const askedAlone = 0.56;
const tellingLetters = 10;
const perMissingLetter = 0.08;
/** One word for another is mostly that other word: "stool" is no "stove", "healing" may be "heating". */
const sureWord = 0.9;
const askedWord = 0.75;
/** Asked about is what is nearly sure. */
const askedBelow = 0.1;
/** The next best other name must be this much worse. */
const margin = 0.06;
/** Or, where most words are the same, those that differ this much worse, and the whole at least a little. */
const differingMargin = 0.08;
const leastMargin = 0.025;
/** Names this near to the best are offered beside it. */
const offerMargin = 0.08;
const offeredNames = 3;

/** Below every name that was said in its own words. */
const nearScore = 0.8;

export function linkNearName(
  name: string,
  place: FoundPlace | undefined,
  isRight: (entity: Entity) => boolean,
  { model, index, sentenceWords }: LinkContext,
  fits: Fits,
): Linked | undefined {
  const roomName = place?.name.toLowerCase() ?? '';
  const said = place === undefined ? [name] : [name, `${roomName} ${name}`];
  const near = said
    .flatMap((text) => index.entityNames.near(text))
    .flatMap(({ ids, ...likeness }) => entitiesOf(model, ids).map((entity) => ({ entity, ...likeness })))
    .filter(({ entity }) => isRight(entity))
    .sort((a, b) => b.score - a.score);
  const able = near.filter((one) => fits(one.entity));
  const isFit = (id: string) => {
    const entity = model.entities.get(id);
    return entity !== undefined && isRight(entity) && fits(entity);
  };
  const [best] = able;
  if (best === undefined) return undefined;
  const { entity, score, differing, isCutElsewhere, isCutShort, letters, rest } = best;
  const bearRest = rest.includes(' ') ? index.entityNames.holding(rest).filter(isFit) : [];
  const isAlone = rest === '' || rest === roomName;
  const words = name.split(' ');
  const restWords = rest.split(' ');
  const others = words.filter((word) => !restWords.includes(word));
  const areOfSentences = others.every((word) => sentenceWords?.has(word) === true);
  // "The midnight" is no night light.
  if (isAlone && score < 1 && areOfSentences) return undefined;
  const isOneWord = words.length === 1 && !isCutElsewhere;
  const isOther = !isCutElsewhere && householdWords.has(rest) && areOfSentences;
  const likely = isOther ? sureOther : isCutElsewhere ? sureCutElsewhere : sureDiffering;
  const [sure, asked] = isAlone
    ? needsAlone(letters, isOneWord)
    : needsBeside(bearRest.length === 1 ? sureOnly : likely);
  if (differing < asked) return undefined;
  const isAlike = !isCutShort && differing >= sure;
  // Also among those that can not do it: "open the door" is not meant for the next best window.
  const next = near.find((other) => other.entity !== entity);
  const ahead = score - (next?.score ?? 0);
  const isAhead =
    ahead >= margin || (ahead >= leastMargin && differing - (next?.differing ?? 0) >= differingMargin);
  if (score >= sureScore && isAlike && isAhead)
    return {
      kind: 'entities',
      entities: [entity],
      about: byName,
      score: nearScore * score,
    };
  const offered = able.filter((other) => score - other.score < offerMargin);
  const entities = [...new Set(offered.map((one) => one.entity))].slice(0, offeredNames);
  return { kind: 'ambiguous', entities, nearness: score };
}

/** How alike a name must be of which no word was heard as it is: to be taken, and to be asked about. */
function needsAlone(letters: number, isOneWord: boolean): readonly [sure: number, asked: number] {
  if (isOneWord) return [sureWord, askedWord];
  const sure = sureAlone + perMissingLetter * Math.max(0, tellingLetters - letters);
  return [sure, Math.max(askedAlone, sure - askedBelow)];
}

/** How alike the other words must be, beside some that were heard as they are. */
function needsBeside(sure: number): readonly [sure: number, asked: number] {
  return [sure, Math.min(sure, askedDiffering)];
}
