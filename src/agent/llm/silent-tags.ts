/** Takes out tags, and all that stands between those of thoughts and of tool calls that a model wrote as text. */
import type { TextStage } from './text-stage.ts';

/** Between these nothing is for the person. Providers leave them in the text when they do not know the model. */
const silentElements: ReadonlySet<string> = new Set([
  ...['think', 'thinking', 'thought', 'thoughts', 'seed:think', 'reasoning', 'reflection', 'scratchpad'],
  ...['tool_call', 'tool_calls', 'tool_response', 'function_call', 'function_calls', 'function'],
  ...['script', 'style', '<!--'],
]);

/** Their tags part lines. */
const lineElements = /^(?:br|p|div|li|ul|ol|tr|table|h[1-6])$/;

/** Where a tag may begin: `<b>`, `◁think▷` (Kimi), `[THINK]` (Magistral), `<|end|>`. */
const begin = /[<◁[]/u;

/** A name, then attributes, or the rest of an address (`<https://…>`, `<me@example.com>`). */
const tag = /^[<◁](\/?)([a-z][\w:-]{0,40})(?:[ \t:/@.=][^<>◁▷\n]{0,200})?[>▷]/iu;
const tagSoFar = /^[<◁](?:\/?(?:[a-z][\w:-]{0,40}(?:[ \t:/@.=][^<>◁▷\n]{0,200})?)?)?$/iu;
const bracketTag = /^\[(\/?)(THINK)\]/;
const comment = '<!--';
/** Those that are read letter by letter. */
const exactTags: readonly string[] = ['[THINK]', '[/THINK]', comment];
/** A model's own marks, with the bars of DeepSeek too. */
const specialToken = /^<[|｜][^<>|｜\n]{0,60}[|｜]>/u;
const specialTokenSoFar = /^<[|｜][^<>|｜\n]{0,60}[|｜]?$/u;

type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'tag'; readonly length: number; readonly name: string; readonly opens: boolean };

export class SilentTags implements TextStage {
  #text = '';
  /** The element nothing is said of until it is closed. */
  #silent: string | undefined;

  take(text: string): string {
    this.#text += text;
    let said = '';
    while (this.#text !== '') {
      if (this.#silent !== undefined) {
        if (!this.#close(this.#silent)) return said;
        continue;
      }
      const at = this.#text.search(begin);
      const plain = at < 0 ? this.#text.length : at;
      said += this.#text.slice(0, plain);
      this.#text = this.#text.slice(plain);
      if (this.#text === '') return said;
      const found = tagAt(this.#text);
      if (found.kind === 'unknown') return said;
      if (found.kind === 'none') {
        said += this.#text.slice(0, 1);
        this.#text = this.#text.slice(1);
        continue;
      }
      this.#text = this.#text.slice(found.length);
      if (lineElements.test(found.name)) said += '\n';
      if (found.opens && silentElements.has(found.name)) this.#silent = found.name;
    }
    return said;
  }

  /** Half a tag is no text; a bracket alone may be. */
  end(): string {
    const rest = this.#silent === undefined && this.#text.startsWith('[') ? this.#text : '';
    this.#text = '';
    return rest;
  }

  /** Drops what was written up to the end of the element; false while that has not come. */
  #close(name: string): boolean {
    const closing = closingOf(name).exec(this.#text);
    if (closing === null) {
      // Of a closing tag that is cut, this is the longest part.
      this.#text = this.#text.slice(-(name.length + 8));
      return false;
    }
    this.#text = this.#text.slice(closing.index + closing[0].length);
    this.#silent = undefined;
    return true;
  }
}

function closingOf(name: string): RegExp {
  return name === comment ? /-->/ : new RegExp(`[<◁[]/${name}\\s{0,4}[>▷\\]]`, 'iu');
}

function tagAt(text: string): Found {
  if (text.startsWith(comment)) return { kind: 'tag', length: comment.length, name: comment, opens: true };
  const named = tag.exec(text) ?? bracketTag.exec(text);
  if (named !== null) {
    const [whole, slash, name = ''] = named;
    const opens = slash === '' && !whole.endsWith('/>');
    return { kind: 'tag', length: whole.length, name: name.toLowerCase(), opens };
  }
  const special = specialToken.exec(text);
  if (special !== null) return { kind: 'tag', length: special[0].length, name: '', opens: false };
  const mayBecome =
    tagSoFar.test(text) || specialTokenSoFar.test(text) || exactTags.some((whole) => whole.startsWith(text));
  return { kind: mayBecome ? 'unknown' : 'none' };
}
