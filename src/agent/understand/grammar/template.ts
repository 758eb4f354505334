/**
 * One sentence template → a tree. `a b` words · `[x]` optional · `(a|b)` one of · `(a;b)` all, in any order ·
 * `{list}`, `{list:slot}` a captured value, `{list:@x}` one that is no slot · `{0..100,10:slot}` a number of a
 * range · `{list}s`, `{list}[s]` with letters behind the value · `<rule>` another template · `light[s]`,
 * `turn(s|ed)` also inside a word · `\\(` the sign itself.
 * Home Assistant's constructs of the same look mean the same.
 */

export type Template =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'sequence'; readonly items: readonly Template[] }
  | { readonly kind: 'choice'; readonly options: readonly Template[] }
  /** All of them, in any order. */
  | { readonly kind: 'permutation'; readonly items: readonly Template[] }
  | {
      readonly kind: 'slot';
      /** Where its values come from. */
      readonly list: string;
      /** What it is captured as. */
      readonly slot: string;
      readonly range: NumberRange | null;
      /** What may follow inside the same word; empty where the word ends with the value. */
      readonly endings: readonly string[];
      readonly column: number;
    }
  | { readonly kind: 'rule'; readonly name: string; readonly column: number };

/** Whole numbers from `from` to `to`, both included. */
export type NumberRange = { readonly from: number; readonly to: number; readonly step: number };

/** What is wrong with a template, and where; the column counts from 1. */
type TemplateMistake = { readonly message: string; readonly column: number };

export type ParsedTemplate =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly mistake: TemplateMistake };

const nothing: Template = { kind: 'sequence', items: [] };
const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** Reads one template; `column` is where its text starts in its line. */
export function parseTemplate(text: string, column = 1): ParsedTemplate {
  const reader = new Reader(text, column);
  const template = reader.choice();
  if (reader.mistake === undefined && !reader.atEnd()) reader.fail(`unexpected "${reader.peek()}"`);
  return reader.mistake === undefined ? { ok: true, template } : { ok: false, mistake: reader.mistake };
}

class Reader {
  readonly #text: string;
  readonly #column: number;
  #at = 0;
  mistake: TemplateMistake | undefined;

  constructor(text: string, column: number) {
    this.#text = text;
    this.#column = column;
  }

  atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  peek(): string {
    return this.#text[this.#at] ?? '';
  }

  /** Keeps the first mistake only and stops reading. */
  fail(message: string, at = this.#at): void {
    this.mistake ??= { message, column: this.#column + at };
    this.#at = this.#text.length;
  }

  /** Branches between `|`, up to a closer or the end. */
  choice(): Template {
    const options = [this.#sequence()];
    while (this.peek() === '|') {
      this.#at += 1;
      options.push(this.#sequence());
    }
    if (this.peek() === ';') return this.#permutation(options);
    if (options.length > 1 && options.some((option) => option === nothing)) {
      this.fail('an empty branch never matches: write [x] for something optional');
    }
    return options.length === 1 ? (options[0] ?? nothing) : { kind: 'choice', options };
  }

  #permutation(options: readonly Template[]): Template {
    if (options.length > 1) this.fail('"|" and ";" do not mix: put ( ) around one of them');
    const items = [...options];
    while (this.peek() === ';') {
      this.#at += 1;
      items.push(this.#sequence());
    }
    if (items.includes(nothing)) this.fail('a part between ";" is empty');
    return { kind: 'permutation', items };
  }

  #sequence(): Template {
    const items: Template[] = [];
    while (!this.atEnd() && !'|;)]'.includes(this.peek())) {
      if (this.peek() === ' ') this.#at += 1;
      else items.push(this.#item());
    }
    return items.length === 0
      ? nothing
      : items.length === 1
        ? (items[0] ?? nothing)
        : { kind: 'sequence', items };
  }

  #item(): Template {
    const start = this.#at;
    const first = this.peek();
    if (first === '{' || first === '<') return this.#reference(first);
    if (first === '}' || first === '>') {
      this.fail(`"${first}" closes nothing`);
      return nothing;
    }
    const parts = [this.#part()];
    while (this.#touches()) parts.push(this.#part());
    if (parts.length === 1) return parts[0] ?? nothing;
    const spellings = parts.map(spellingsOf);
    if (spellings.some((list) => list === undefined)) {
      this.fail('inside a word only letters, [ ] and ( | ) may stand; put a space between', start);
      return nothing;
    }
    const words = spellings.reduce<readonly string[]>(joinSpellings, ['']);
    return { kind: 'choice', options: words.map((word) => ({ kind: 'word', text: word })) };
  }

  /** True when the next part belongs to the same word. */
  #touches(): boolean {
    return !this.atEnd() && !' |;)]{}<>'.includes(this.peek());
  }

  #part(): Template {
    const open = this.peek();
    if (open !== '(' && open !== '[') return this.#word();
    const start = this.#at;
    this.#at += 1;
    const inner = this.choice();
    if (this.peek() !== closers[open]) this.fail(`"${open}" is never closed`, start);
    else if (inner === nothing) this.fail(`"${open}${closers[open]}" is empty`, start);
    this.#at += 1;
    return open === '(' ? inner : { kind: 'choice', options: [inner, nothing] };
  }

  /** The letters behind a value, in all their spellings. */
  #endings(): readonly string[] {
    const start = this.#at;
    let endings: readonly string[] = [];
    while (this.#touches()) {
      const spellings = spellingsOf(this.#part());
      if (spellings === undefined)
        this.fail('behind a value only letters, [ ] and ( | ) may stand; put a space between', start);
      endings = joinSpellings(endings.length === 0 ? [''] : endings, spellings);
    }
    return endings;
  }

  #word(): Template {
    let text = '';
    while (!this.atEnd() && !' |;()[]{}<>'.includes(this.peek())) {
      if (this.peek() === '\\') this.#at += 1;
      text += this.peek();
      this.#at += 1;
    }
    return { kind: 'word', text: text.toLowerCase() };
  }

  #reference(open: '{' | '<'): Template {
    const start = this.#at;
    const end = this.#text.indexOf(open === '{' ? '}' : '>', start);
    if (end < 0) {
      this.fail(`"${open}" is never closed`, start);
      return nothing;
    }
    const inside = this.#text.slice(start + 1, end);
    this.#at = end + 1;
    const column = this.#column + start;
    if (open === '<') {
      if (!nameShape.test(inside)) this.fail('names are small letters and _', start + 1);
      return { kind: 'rule', name: inside, column };
    }
    const [, list = '', from, to, step, as] = slotShape.exec(inside) ?? [];
    if (list === '' && from === undefined && as === undefined)
      this.fail('names are small letters and _', start + 1);
    const range =
      from === undefined ? null : { from: Number(from), to: Number(to), step: Number(step ?? '1') };
    if (range && as === undefined) this.fail('a range needs a slot: {0..100:percent}', start + 1);
    const source = list === '' ? (as ?? '').replace('@', '') : list;
    const endings = this.#endings();
    return { kind: 'slot', list: range ? 'number' : source, slot: as ?? list, range, endings, column };
  }
}

const nameShape = /^[a-z][a-z0-9_]*$/;
/** `list`, `list:slot`, `list:@capture`, `@capture`, `0..100:slot`, `10..100,10:slot`. */
const slotShape = /^(?:([a-z][a-z0-9_]*)|(-?\d+)\.\.(-?\d+)(?:,(\d+))?)?(?::?(@?[a-z][a-z0-9_]*))?$/;

/** All ways to write a part of a word; undefined when it holds more than letters. */
function spellingsOf(part: Template): readonly string[] | undefined {
  if (part === nothing) return [''];
  if (part.kind === 'word') return [part.text];
  if (part.kind !== 'choice') return undefined;
  const options = part.options.map(spellingsOf);
  return options.every((option) => option !== undefined) ? options.flat() : undefined;
}

function joinSpellings(heads: readonly string[], tails: readonly string[] | undefined): readonly string[] {
  return heads.flatMap((head) => (tails ?? []).map((tail) => head + tail));
}
