/**
 * An index describes models that lie in a directory, so that weights nobody downloaded with `models pull` are
 * found too. The file is `hearken-models.json` in the directory itself; paths in it are relative to the directory.
 */
import { z } from 'zod';
import { isModelEngineName, modelEngines, type ModelEngineName } from './engine-names.ts';
import { didYouMean } from '../core/nearest.ts';

export const indexFileName = 'hearken-models.json';

/** A relative path that stays inside its directory. */
export const relativePathSchema = z
  .string()
  .min(1)
  .refine(
    (path) => !path.startsWith('/') && !path.includes('\\') && !path.split('/').includes('..'),
    'must be a relative path without ".."',
  );

const engineNameSchema = z.string().transform((name, context): ModelEngineName => {
  if (isModelEngineName(name)) return name;
  context.addIssue({
    code: 'custom',
    message: `unknown engine "${name}"${didYouMean(name, Object.keys(modelEngines))}`,
  });
  return z.NEVER;
});

/** Ids name directories and appear in commands: letters, digits, dot, dash, underscore. */
export const modelIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]*$/u, 'must be letters, digits, ".", "-", "_"');

const descriptionShape = {
  id: modelIdSchema,
  engine: engineNameSchema,
  /** BCP 47 tags; empty when the model has no language. */
  languages: z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/u, 'must be a BCP 47 tag')),
  /** Role → path below the model's directory. */
  files: z.record(z.string(), relativePathSchema),
  settings: z.record(z.string(), z.json()).default({}),
  /** SPDX id where there is one. */
  licence: z.string().min(1),
  attribution: z.object({ name: z.string().min(1), url: z.url() }),
};

/** Every role the engine needs has a file, and no file has a role the engine does not know. */
export function checkRoles(
  model: { readonly engine: ModelEngineName; readonly files: Readonly<Record<string, string>> },
  addIssue: (message: string) => void,
): void {
  const { roles, optionalRoles } = modelEngines[model.engine];
  const known: readonly string[] = [...roles, ...optionalRoles];
  for (const role of roles)
    if (!(role in model.files)) addIssue(`${model.engine} needs a file for role "${role}"`);
  for (const role of Object.keys(model.files))
    if (!known.includes(role)) addIssue(`${model.engine} knows no role "${role}"${didYouMean(role, known)}`);
}

/** What an index and the catalogue both say about a model. */
export const modelDescriptionSchema = z.strictObject(descriptionShape);

export type ModelDescription = z.output<typeof modelDescriptionSchema>;

export const modelIndexSchema = z.strictObject({
  $schema: z.string().optional(),
  models: z.array(
    modelDescriptionSchema.superRefine((model, context) =>
      checkRoles(model, (message) => context.addIssue({ code: 'custom', message, path: ['files'] })),
    ),
  ),
});
