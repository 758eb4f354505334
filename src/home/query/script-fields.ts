/** What the household's scripts take, read from Home Assistant's list of actions. Pure. */
import * as z from 'zod';
import type { HomeModel } from '../model/home-model.ts';

export type ScriptField = {
  readonly name: string;
  readonly description: string;
  readonly isRequired: boolean;
  /** JSON Schema's name; null when it may be anything. */
  readonly type: 'string' | 'number' | 'boolean' | null;
  readonly choices: readonly string[];
};

/** Entity id of the script → what it takes. */
export type ScriptFields = ReadonlyMap<
  string,
  { readonly description: string; readonly fields: readonly ScriptField[] }
>;

const text = z.string().nullish();
const field = z.looseObject({
  name: text,
  description: text,
  required: z.boolean().nullish(),
  selector: z.record(z.string(), z.unknown()).nullish(),
});
const services = z.looseObject({
  script: z
    .record(
      z.string(),
      z.looseObject({ description: text, fields: z.record(z.string(), z.unknown()).nullish() }),
    )
    .optional(),
});
const option = z.union([z.string(), z.looseObject({ value: z.string() }).transform(({ value }) => value)]);
const select = z.looseObject({ options: z.array(option) });

/** Of one text of the household's: a model reads all of them with every sentence. */
const textChars = 300;
const mostFields = 12;

/** Of exposed scripts whose action is called as the entity is; fields that can not be read are left out. */
export function readScriptFields(answer: unknown, { entities }: HomeModel): ScriptFields {
  const known = services.safeParse(answer).data?.script ?? {};
  const found = Object.entries(known).flatMap(([name, { description, fields }]) => {
    const entityId = `script.${name}`;
    if (!entities.has(entityId)) return [];
    const read = Object.entries(fields ?? {}).flatMap(([key, value]) => readField(key, value) ?? []);
    return [[entityId, { description: cut(description), fields: read.slice(0, mostFields) }] as const];
  });
  return new Map(found);
}

function readField(name: string, value: unknown): ScriptField | undefined {
  const parsed = field.safeParse(value).data;
  if (parsed === undefined) return undefined;
  const selector = parsed.selector ?? {};
  const choices = select.safeParse(selector['select']).data?.options ?? [];
  return {
    name,
    description: cut(parsed.description ?? parsed.name),
    isRequired: parsed.required === true,
    type: typeOf(selector),
    choices,
  };
}

function typeOf(selector: Readonly<Record<string, unknown>>): ScriptField['type'] {
  if ('number' in selector) return 'number';
  if ('boolean' in selector) return 'boolean';
  const words = ['text', 'select', 'date', 'time', 'datetime', 'entity', 'area', 'language'];
  return words.some((name) => name in selector) ? 'string' : null;
}

function cut(value: string | null | undefined): string {
  return (value ?? '').replaceAll(/\s+/gu, ' ').trim().slice(0, textChars);
}
