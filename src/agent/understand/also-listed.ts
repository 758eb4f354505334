/** "and biscuits" after "add milk to the shopping list": the last wish for the list, with other items. */
import { entitiesOf } from '../../home/model/home-model.ts';
import { classNouns } from './class-nouns.ts';
import { itemsOf } from './intents/helper-intents.ts';
import { byName, type LinkContext } from './mention.ts';
import type { Step } from './plan.ts';
import type { Situation } from './situation.ts';

/** Longer ones are sentences. */
const itemWords = 3;

/** Words of commands, questions and tales: what holds one is no item. */
const noItem =
  /\b(?:turn|switch|set|make|put|open|close|dim|lock|unlock|play|stop|start|pause|run|no|not|wait|sorry|let|and|i|you|he|she|we|they|me|us|them|it|what|when|where|why|how|who|which|is|are|was|were|do|does|did|said|says|on|off|louder|quieter|brighter|dimmer|warmer|cooler|then|please)\b/;

/** Undefined where no list was spoken of last, or the words may be something else. */
export function alsoListed(
  text: string,
  { lastWish, lastEntityIds, asked }: Situation,
  { model, index, allowMisheard }: LinkContext,
): Step | undefined {
  if (asked || !allowMisheard || !lastWish || !('items' in lastWish)) return undefined;
  const lists = entitiesOf(model, lastEntityIds);
  const items = itemsOf(text);
  const isKnown = (item: string) =>
    index.entityNames.find(item, false) !== undefined || index.placeNames.find(item, false) !== undefined;
  const isItem = (item: string) => {
    const words = item.replace(/^(?:the|a|an|some) /, '').split(' ');
    const isKind = words.every((word) => classNouns.has(word));
    return words.length <= itemWords && !noItem.test(item) && !isKind && !isKnown(words.join(' '));
  };
  if (lists.length === 0 || items.length === 0 || !items.every(isItem)) return undefined;
  return { kind: 'act', wish: { ...lastWish, items }, entities: lists, about: byName };
}
