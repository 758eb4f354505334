/** The household's exposed scripts, each a tool with the fields it takes. */
import { byName } from '../understand/mention.ts';
import { z } from 'zod';
import type { ScriptField, ScriptFields } from '../../home/query/script-fields.ts';
import type { Entity, HomeModel } from '../../home/model/home-model.ts';
import { tellOutcomes } from './tell-outcomes.ts';
import type { Tool } from './tool.ts';

/** Each costs a model some hundred characters; the others are run by `control_home`, without fields. */
const mostScripts = 20;

/** Of the scripts that take fields: those without are run by `control_home` like a scene. */
export function scriptTools(model: HomeModel, fields: ScriptFields): readonly Tool[] {
  return [...model.entities.values()]
    .filter(({ domain }) => domain === 'script')
    .flatMap((entity) => {
      const known = fields.get(entity.entityId);
      return known && known.fields.length > 0 ? [scriptTool(entity, known.description, known.fields)] : [];
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .slice(0, mostScripts);
}

const variables = z.record(z.string(), z.unknown());
/** Of a tool's name, as every provider takes it. */
const nameChars = 64;

function scriptTool(entity: Entity, description: string, fields: readonly ScriptField[]): Tool {
  const names = new Set(fields.map(({ name }) => name));
  const required = fields.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  const input = variables.superRefine((given, context) => {
    const missing = required.filter((name) => given[name] === undefined);
    const unknown = Object.keys(given).filter((name) => !names.has(name));
    if (missing.length > 0) context.addIssue({ code: 'custom', message: `missing: ${missing.join(', ')}` });
    if (unknown.length > 0) context.addIssue({ code: 'custom', message: `unknown: ${unknown.join(', ')}` });
  });
  return {
    name: `script_${entity.entityId.slice('script.'.length)}`.slice(0, nameChars),
    description: `Runs "${entity.name}", a script of the household. ${description}`.trim(),
    input,
    inputSchema: {
      type: 'object',
      properties: Object.fromEntries(fields.map((field) => [field.name, schemaOf(field)])),
      required,
      additionalProperties: false,
    },
    deedOf: () => null,
    run: async (given, hands, options) => {
      const wish = { do: 'activate', variables: given } as const;
      return tellOutcomes(
        await hands.carryOut({ kind: 'act', wish, entities: [entity], about: byName }, options),
      );
    },
  };
}

function schemaOf({ type, choices, description }: ScriptField): Readonly<Record<string, unknown>> {
  return {
    ...(type !== null && { type }),
    ...(choices.length > 0 && { enum: choices }),
    ...(description !== '' && { description }),
  };
}
