/** Scenes and scripts, robots, lists. */
import { classNouns } from '../class-nouns.ts';
import { ofDomain, plain, type CommandIntent } from './command-intent.ts';

const isVacuum = ofDomain('vacuum');
const isMower = ofDomain('lawn_mower');

/** What empties a list is another wish; "mark the heater as" is no thing to buy, nor is "milk, put it". */
const isNoItem =
  /^(?:everything|all|all of it|all items)$| (?:as|to|is|be)$|\b(?:add|put|write|stick|pop|jot|throw|chuck|include|enter) (?:it|that|them|those|this)\b/;

const items = (wish: 'add_items' | 'complete_items' | 'remove_items'): CommandIntent => ({
  wish: (said) => {
    const list = itemsOf(said('item') ?? '');
    return list.length === 0 || list.some((item) => isNoItem.test(item)) ? null : { do: wish, items: list };
  },
  fits: ofDomain('todo'),
  impliedClass: 'list',
});

/** "We are out of time", "of petrol"; what is of the home is not used up. */
function isNothingToBuy(text: string): boolean {
  return noGoods.test(text) || classNouns.has(text.split(' ').at(-1) ?? '');
}

const noGoods =
  /^(?:(?:the|my|our|this|that|here|town|bed|reach|sight|control|order|luck|ideas?|breath|patience|options|work|money|cash)\b|.*\b(?:time|batter(?:y|ies)|space|energy|power|signal|charge|data|storage|memory|gas|petrol|fuel|diesel)$)/;

/** One thing of two words, as people buy it. */
const pairs =
  /\b(mac|macaroni|fish|peanut butter|salt|bread|gin|rum|oil|half|ham) and (cheese|chips|jelly|pepper|butter|tonic|cola|coke|vinegar|half|eggs)\b/g;

/** "milk and eggs" are two; "mac and cheese" is one. */
export function itemsOf(text: string): readonly string[] {
  const item = text.replace(/ and$/, '').replaceAll(pairs, '$1 & $2');
  return item
    .split(/ and /)
    .map((one) => one.trim().replaceAll(' & ', ' and '))
    .filter((one) => one !== '');
}

export const helperIntents: Readonly<Record<string, CommandIntent>> = {
  activate: plain('activate', ofDomain('scene', 'script', 'automation')),
  activate_alone: plain('activate', ofDomain('scene', 'script')),
  press: plain('press', ofDomain('button', 'input_button')),
  start_cleaning: plain('start_cleaning', isVacuum, 'vacuum'),
  carry_on_cleaning: plain('start_cleaning', isVacuum),
  pause_cleaning: plain('pause_cleaning', isVacuum, 'vacuum'),
  return_to_base: plain('return_to_base', isVacuum, 'vacuum'),
  locate: plain('locate', isVacuum, 'vacuum'),
  start_mowing: plain('start_mowing', isMower, 'mower'),
  pause_mowing: plain('pause_mowing', isMower, 'mower'),
  dock: plain('dock', isMower, 'mower'),
  add_items: items('add_items'),
  run_out: {
    ...items('add_items'),
    wish: (said) => (isNothingToBuy(said('item') ?? '') ? null : items('add_items').wish(said)),
    isOffered: true,
  },
  // Of the list that was just talked about.
  add_items_there: { ...items('add_items'), impliedClass: null },
  complete_items_there: { ...items('complete_items'), impliedClass: null },
  remove_items_there: { ...items('remove_items'), impliedClass: null },
  complete_items: items('complete_items'),
  tick_off: items('complete_items'),
  remove_items: items('remove_items'),
};
