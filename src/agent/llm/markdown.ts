/** Markdown → its words: what it marks is said, its marks are not. */
import { inlineRules, leftOut, lineRules, type Place, type Rule } from './markdown-rules.ts';
import type { TextStage } from './text-stage.ts';

/** As far back as a rule looks. */
const lookBackChars = 32;

/** The marks that end code, as soon as it is certain how many they are. */
const fenceEnd = /(?:`{3,}(?=[^`])|~{3,}(?=[^~]))/;
const fenceEndSoFar = /(?:`+|~+)$/;

const rulesAt: Readonly<Record<Exclude<Place, 'fence'>, readonly Rule[]>> = {
  line: [...lineRules, ...inlineRules],
  inline: inlineRules,
};

export class Markdown implements TextStage {
  #text = '';
  #place: Place = 'line';
  #before = '';

  take(text: string): string {
    this.#text += text;
    let said = '';
    while (this.#text !== '') {
      const next = this.#place === 'fence' ? this.#skipCode() : this.#next(rulesAt[this.#place]);
      if (next === undefined) return said;
      said += next;
    }
    return said;
  }

  /** A line's end makes certain what its last characters are. */
  end(): string {
    const rest = this.take('\n');
    this.#text = '';
    return rest;
  }

  /** What is said for the next piece of the text; undefined while it is not certain what that is. */
  #next(rules: readonly Rule[]): string | undefined {
    for (const rule of rules) {
      if (rule.after && !rule.after.test(this.#before)) continue;
      if (rule.soFar?.test(this.#text) === true) return undefined;
      const match = rule.whole.exec(this.#text);
      if (match !== null) return this.#apply(rule, match);
    }
    return undefined;
  }

  #apply({ say, next }: Rule, match: RegExpExecArray): string {
    const [mark] = match;
    const said = typeof say === 'function' ? say(match, this.#before) : (say ?? mark);
    this.#place = next?.(match) ?? 'inline';
    this.#before = (this.#before + mark).slice(-lookBackChars);
    this.#text = this.#text.slice(mark.length);
    return said;
  }

  #skipCode(): string | undefined {
    const end = fenceEnd.exec(this.#text);
    if (end === null) {
      this.#text = fenceEndSoFar.exec(this.#text)?.[0] ?? '';
      return undefined;
    }
    this.#text = this.#text.slice(end.index + end[0].length);
    this.#place = 'line';
    return `${leftOut}\n`;
  }
}
