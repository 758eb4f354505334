/** What is said of where people are. A person's name needs no article. */
import { sentence } from './phrasing.ts';

/** `unknown`: nobody saw them yet. */
export type Whereabouts = 'home' | 'away' | 'unknown' | { readonly zone: string };

/** People in one place; no names: nobody is there. */
export type PeopleFacts = {
  readonly names: readonly string[];
  readonly where: Whereabouts;
  /** Answers a yes-or-no question. */
  readonly verdict: 'yes' | 'no' | null;
};

/** Clauses without capital and full stop. */
export type PeoplePhrases = {
  readonly yes: string;
  readonly no: string;
  readonly list: (names: readonly string[]) => string;
  readonly home: (who: string, isMany: boolean) => string;
  readonly away: (who: string, isMany: boolean) => string;
  readonly inZone: (who: string, isMany: boolean, zone: string) => string;
  readonly unknown: (who: string, isMany: boolean) => string;
  readonly nobodyHome: string;
  readonly nobodyAway: string;
};

export function peopleWords(phrases: PeoplePhrases) {
  const clause = ({ names, where }: PeopleFacts): string => {
    if (names.length === 0) return where === 'home' ? phrases.nobodyHome : phrases.nobodyAway;
    const who = phrases.list(names);
    const isMany = names.length > 1;
    return typeof where === 'string' ? phrases[where](who, isMany) : phrases.inZone(who, isMany, where.zone);
  };
  return (facts: PeopleFacts): string =>
    sentence(`${facts.verdict === null ? '' : `${phrases[facts.verdict]}, `}${clause(facts)}`);
}
