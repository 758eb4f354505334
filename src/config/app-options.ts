/**
 * The settings as options of the Home Assistant app: the Supervisor's own schema language and the texts of its form,
 * made from the one tree. Every option is optional, so that the defaults stay where they are.
 */
import { asInFile, configJsonSchema, type SchemaNode, snakeCase } from './leaves.ts';
import { leafOf, type RenamedSetting, renamedSettings } from './renamed-settings.ts';

/** A type such as `int(1,10)?`, a list of one kind, or a section. */
export type OptionSchema = string | readonly [OptionSchema] | { readonly [name: string]: OptionSchema };

export type OptionText = {
  readonly name: string;
  readonly description?: string;
  readonly fields?: { readonly [name: string]: OptionText };
};

export type AppOptions = {
  /** Values of a new installation: only what the Supervisor demands to be there. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly schema: { readonly [name: string]: OptionSchema };
  readonly texts: { readonly [name: string]: OptionText };
};

/** What the app decides itself: where it listens, where its files lie, and which home it serves. */
const decided: ReadonlySet<string> = new Set([
  ...['only', 'data', 'database', 'wyoming.host', 'wyoming.port', 'api', 'discovery', 'home', 'limits'],
  ...['models.dirs', 'log.format'],
]);

const sectionNames: Readonly<Record<string, string>> = {
  wyoming: 'Wyoming server',
  wake: 'Wake words',
  stt: 'Speech to text',
  tts: 'Text to speech',
  llm: 'Language model',
  mcp: 'Tools of other programs (MCP)',
  policy: 'What may be done',
  models: 'Models',
  log: 'Log',
};

export function appOptions(
  root: SchemaNode = configJsonSchema,
  renamed: readonly RenamedSetting[] = renamedSettings,
): AppOptions {
  const { options, schema, texts } = section(root, '');
  return renamed.reduce(withOldName, { options, schema, texts });
}

/** The Supervisor drops what the form does not know: what a person chose under the old name would be gone. */
function withOldName(form: AppOptions, { was, now }: RenamedSetting): AppOptions {
  if (isDecided(now)) return form;
  const { node } = leafOf(now);
  const type = typeOf(node, true);
  if (typeof type !== 'string') return form;
  const [first = '', ...rest] = was.key.split('.');
  const text = { name: inWords(rest.at(-1) ?? first), description: `Now called "${now}"; set that instead.` };
  if (rest.length === 0)
    return { ...form, schema: { ...form.schema, [first]: type }, texts: { ...form.texts, [first]: text } };
  const key = rest.join('.');
  const sectionText = form.texts[first] ?? { name: sectionNames[first] ?? inWords(first) };
  return {
    options: { ...form.options, [first]: form.options[first] ?? {} },
    schema: { ...form.schema, [first]: { ...fieldsIn(form.schema[first]), [key]: type } },
    texts: { ...form.texts, [first]: { ...sectionText, fields: { ...sectionText.fields, [key]: text } } },
  };
}

const fieldsIn = (schema: OptionSchema | undefined): Readonly<Record<string, OptionSchema>> =>
  isSection(schema) ? schema : {};

const isSection = (schema: OptionSchema | undefined): schema is { readonly [name: string]: OptionSchema } =>
  typeof schema === 'object' && !Array.isArray(schema);

const isDecided = (key: string): boolean => decided.has(key) || decided.has(key.split('.')[0] ?? '');

function section(node: SchemaNode, path: string): AppOptions {
  const options: Record<string, unknown> = {};
  const schema: Record<string, OptionSchema> = {};
  const texts: Record<string, OptionText> = {};
  for (const [property, child] of Object.entries(node.properties ?? {})) {
    const name = snakeCase(property);
    const key = path === '' ? name : `${path}.${name}`;
    if (decided.has(key)) continue;
    if (child.properties && child.title === undefined) {
      const inner = section(child, key);
      if (Object.keys(inner.schema).length === 0) continue;
      // The Supervisor demands every section, also an empty one.
      options[name] = inner.options;
      schema[name] = inner.schema;
      texts[name] = { name: sectionNames[key] ?? inWords(name), fields: inner.texts };
      continue;
    }
    const type = typeOf(child, true);
    if (type === undefined) continue;
    if (isListOfSections(type)) options[name] = asInFile(child.default ?? []);
    schema[name] = type;
    texts[name] = textOf(child, name);
  }
  return { options, schema, texts };
}

/** Undefined for what the form can not ask, such as free keys: that is set in the environment or not at all. */
function typeOf(node: SchemaNode, isOptional: boolean): OptionSchema | undefined {
  const mark = isOptional ? '?' : '';
  if (node.enum) return `list(${node.enum.map(String).join('|')})${mark}`;
  switch (node.type) {
    case 'boolean':
      return `bool${mark}`;
    case 'integer':
      return `int${range(node)}${mark}`;
    case 'number':
      return `float${range(node)}${mark}`;
    case 'string':
      return `${node.secret === true ? 'password' : 'str'}${mark}`;
    case 'array': {
      const item = node.items && itemType(node.items);
      return item === undefined ? undefined : [item];
    }
    default:
      return undefined;
  }
}

/** What a list holds: plain values, or sections. A union of sections becomes one with the fields of all. */
function itemType(items: SchemaNode): OptionSchema | undefined {
  if (items.anyOf) {
    const fields = items.anyOf.map((choice) => fieldsOf(choice, false));
    return fields.includes(undefined) ? undefined : Object.assign({}, ...fields);
  }
  return items.properties ? fieldsOf(items, true) : typeOf(items, true);
}

/** @param mayRequire false: what one form of a union needs, another may not have. */
function fieldsOf(node: SchemaNode, mayRequire: boolean): Record<string, OptionSchema> | undefined {
  if (!node.properties) return undefined;
  const fields: Record<string, OptionSchema> = {};
  for (const [property, child] of Object.entries(node.properties)) {
    const isRequired = mayRequire && (node.required ?? []).includes(property);
    const type = typeOf(child, !isRequired);
    // A list that holds sections or lists may not lie in a list.
    if (type !== undefined && !isListOfSections(type)) fields[snakeCase(property)] = type;
  }
  return fields;
}

const isListOfSections = (type: OptionSchema): boolean =>
  typeof type === 'object' && Array.isArray(type) && typeof type[0] !== 'string';

/** Both ends or none; an end that is excluded is refused by the program itself. */
function range({ minimum, exclusiveMinimum, maximum }: SchemaNode): string {
  const least = minimum ?? exclusiveMinimum;
  const ends = [least, maximum].map((end) => (isEnd(end) ? String(end) : ''));
  // The Supervisor's notation has no sign.
  if (ends.every((end) => end === '') || ends.some((end) => end.startsWith('-'))) return '';
  return `(${ends.join(',')})`;
}

const isEnd = (end: number | undefined): end is number =>
  end !== undefined && Math.abs(end) < Number.MAX_SAFE_INTEGER;

function textOf(node: SchemaNode, name: string): OptionText {
  const fields = node.items && fieldTexts(node.items);
  return {
    name: node.title ?? inWords(name),
    ...(node.description !== undefined && { description: node.description }),
    ...(fields && { fields }),
  };
}

function fieldTexts(items: SchemaNode): Record<string, OptionText> | undefined {
  const shapes = items.anyOf ?? (items.properties ? [items] : []);
  const texts = shapes.flatMap(({ properties = {} }) =>
    Object.entries(properties).map(([property, child]): [string, OptionText] => {
      const name = snakeCase(property);
      return [name, textOf(child, name)];
    }),
  );
  return texts.length === 0 ? undefined : Object.fromEntries(texts);
}

function inWords(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
