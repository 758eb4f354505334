/**
 * The settings of the config tree, one by one, read from its JSON Schema: flags, environment names, tables and
 * checks are all made from this list, so that no setting is written down twice.
 */
import { z } from 'zod';
import { BugError } from '../core/errors.ts';
import { configSchema } from './schema.ts';

/** The part of JSON Schema that zod writes for our tree; the last three are our own keys in `.meta()`. */
const schemaNode = z.object({
  type: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  default: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), schemaNode).optional();
  },
  get items() {
    return schemaNode.optional();
  },
  get anyOf() {
    return z.array(schemaNode).optional();
  },
  flag: z.string().optional(),
  env: z.string().optional(),
  secret: z.boolean().optional(),
});

export type SchemaNode = z.output<typeof schemaNode>;

export type Leaf = {
  /** Names from the root, as in TypeScript: `['wyoming', 'port']`. */
  readonly path: readonly string[];
  /** As in `hearken.yaml`: `wyoming.port`; words joined by `_`. */
  readonly key: string;
  /** Command line flag without dashes. */
  readonly flag: string;
  /** Environment variable. */
  readonly env: string;
  readonly title: string;
  readonly description: string;
  readonly isSecret: boolean;
  readonly node: SchemaNode;
};

const split = (name: string, joint: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => joint + letter.toLowerCase());
export const snakeCase = (name: string): string => split(name, '_');

/** The same value with its keys as in `hearken.yaml`. */
export function asInFile(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asInFile);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [snakeCase(key), asInFile(child)]));
}

const kebabCase = (name: string): string => split(name, '-');

export const configJsonSchema: SchemaNode = schemaNode.parse(z.toJSONSchema(configSchema, { io: 'input' }));

function collect(node: SchemaNode, path: readonly string[]): Leaf[] {
  if (node.properties && node.title === undefined) {
    return Object.entries(node.properties).flatMap(([name, child]) => collect(child, [...path, name]));
  }
  if (node.title === undefined || node.description === undefined) {
    throw new BugError('BUG', `setting without title or description: ${path.join('.')}`);
  }
  const key = path.map(snakeCase).join('.');
  return [
    {
      path,
      key,
      flag: node.flag ?? path.map(kebabCase).join('-'),
      env: node.env ?? `HEARKEN_${path.map(snakeCase).join('_').toUpperCase()}`,
      title: node.title,
      description: node.description,
      isSecret: node.secret ?? false,
      node,
    },
  ];
}

/** Every setting, in the order of the schema. */
export const leaves: readonly Leaf[] = collect(configJsonSchema, []);

/** The value of a setting in the parsed tree. */
export function valueAt(tree: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (node, name) =>
      typeof node === 'object' && node !== null && name in node
        ? Object.entries(node).find(([key]) => key === name)?.[1]
        : undefined,
    tree,
  );
}
