/** "I made a mess, please send the robot", "dim it because my head hurts": why it is asked, in any words. Pure. */
import { whyNoRequest } from '../no-request.ts';

/** Longer ones are tales. */
const longestReason = 10;
const shortestOrder = 2;

/** Polite words begin the order. */
const orders = /^(?:so |and )?(?:please|can you|could you|would you|will you)\b/;
const opens = /^(?:the|my|our|this|that|these|those|it|there|i|we)\b/;
/** After these an order needs no polite words: "I am bored, change the colour". */
const states =
  /^(?:(?:i am|we are|it is|it gets|it got|there is|there are) (?:\S+ ){0,3}\S+|(?:i|we) can (?:not|hardly|barely) (?:find|see|hear|read|sleep|work|concentrate|focus|study|think|breathe|stand)(?: (?!\S+ly )\S+){0,3})$/;
/** With them the order may be a part of what is told. */
const tells =
  /\b(?:to|about|going|not|never|would|should|could|can|will|always|usually|often|still|one|that|what|who|how|why|which|where|do|does|did|say\w*|tell\w*|ask\w*|think\w*|know\w*|mean\w*|hope\w*|you|he|she|they|some(?:one|body)|every(?:one|body))\b/;
/** "We are watching them turn off the lights." */
const othersDo = /\b(?:watch|see|hear|let|mak|help|hav|gett)\w*\b|\b(?:him|her|them|people)$/;
/** "The sign reads", "our neighbour complained": what follows may be what was said. */
const speaks =
  /^(?!.* (?:hurts?|aches?|burns?|stings?|itch\w*)$)(?:the|my|our|this|that) \S+ \S+(?:ed|[^s]s|[^s]ses|shes|ches)$|\b(?:announc|complain|demand|explain|insist|instruct|murmur|mutter|order|recommend|repl|scream|suggest|text|warn)(?:s|ed|es|ies|ied|ing)$/;
const cutEnd = /\b(?:the|a|an|my|our|of|in|on|off|at|to|with|for|from|by|and|or|but|is|are|am|so)$/;
const because = /^(?:because|since|cause|so(?: that)?) (?:i|we|my|our|the|it|he|she|they|there)\b/;
/** Behind an order these need no "because": "dim the lights, my eyes hurt". */
const plainly =
  /^(?:(?:i|we) (?:(?:am|are)(?! (?:not )?(?:a|an|the) )|feel|can (?:not|hardly|barely)|want to|need to|have to|have) \S|my \S+ (?:is|are|hurts?)\b|(?:it|they|this|that) (?:is|are|hurts?) (?!(?:a|an|the|my|our) )\S)/;
const inOwnWords =
  /^they\b|\b(?:want|need|have|trying|like|ready|hard|impossible) to (?!say|tell|ask|know|think)\S+|\bhear (?:my|our)sel(?:f|ves) think\b/g;
const unable = /\bcan not\b/;
const harmlessNot = /\b(?:does|do|can|is|are|am|will) not\b/g;
const harmlessHave = /^(?:i|we) have\b/;
const takenBack =
  /\b(?:no|wait|forget|cancel|sorry|instead|kidding|joking|jokes?|lying|pretending|dreaming|imagining|sure|certain|wrong|fine)\b/;

/** The order without its reason, the likeliest first; a reason that names something of the home may be a part of it. */
export function withoutReason(
  words: readonly string[],
  isOfHome: (word: string) => boolean,
): readonly (readonly string[])[] {
  const orderly: (readonly string[])[] = [];
  for (let at = shortestOrder; at <= words.length - shortestOrder; at += 1) {
    const before = words.slice(0, at);
    const after = words.slice(at);
    if (at <= longestReason && isLead(before.join(' '), after.join(' ')) && !before.some(isOfHome))
      orderly.push(after);
    if (after.length <= longestReason && isTail(after.join(' ')) && !after.some(isOfHome))
      orderly.push(before);
  }
  return orderly;
}

function isLead(reason: string, order: string): boolean {
  if (speaks.test(reason)) return false;
  if (!opens.test(reason) || tells.test(reason.replace(unable, '')) || cutEnd.test(reason)) return false;
  const isState = states.test(reason) && !othersDo.test(reason);
  return (orders.test(order) || isState) && isHarmless(reason);
}

function isTail(reason: string): boolean {
  if (takenBack.test(reason)) return false;
  const isPlain =
    plainly.test(reason) &&
    !tells.test(reason.replaceAll(harmlessNot, '').replaceAll(inOwnWords, '')) &&
    !cutEnd.test(reason);
  return (isPlain || because.test(reason)) && isHarmless(reason);
}

/** It takes nothing back, and tells of nobody who said or did it. */
function isHarmless(reason: string): boolean {
  const rest = reason
    .replaceAll(harmlessNot, '')
    .replace(harmlessHave, '')
    .split(' ')
    .filter((word) => word !== '');
  return whyNoRequest(rest) === 'no-match';
}
