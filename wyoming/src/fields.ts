/** Field types that several events share. */
import * as z from 'zod';

/** A field that may be missing. Peers write null for it as often as nothing: both are read as absent. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.optional(z.nullish(schema).transform((value) => value ?? undefined));
}

/** A field that is read as `value` when it is missing or null. */
export function withDefault<Schema extends z.ZodType>(schema: Schema, value: z.output<Schema>) {
  return z.nullish(schema).transform((given) => given ?? value);
}

/** An object that lets keys of newer peers pass at run time, while its type knows only its own. */
export function openObject<Shape extends z.ZodRawShape>(
  shape: Shape,
): z.ZodType<z.output<z.ZodObject<Shape>>, z.input<z.ZodObject<Shape>>> {
  return z.looseObject(shape);
}

/** A list that is refused for its first wrong element: naming each of half a million would stop the program for seconds. */
export function list<Item extends z.ZodType>(item: Item) {
  return z
    .custom<z.input<Item>[]>(Array.isArray, 'Invalid input: expected array')
    .check(({ value, issues }) => {
      if (!Array.isArray(value)) return;
      for (const [index, input] of value.entries()) {
        const wrong = item.safeParse(input).error?.issues[0];
        if (!wrong) continue;
        issues.push({ code: 'custom', message: wrong.message, path: [index, ...wrong.path], input });
        return;
      }
    })
    .pipe(z.array(item));
}

/** A JSON object whose inside is a matter between the peers. */
export const freeObject = z.record(z.string(), z.unknown());

/** Facts "for the next interaction", handed from event to event. */
export const context = optional(freeObject);

/** A moment of the audio stream in ms; any number, because not every peer rounds. */
export const timestamp = optional(z.number());

/** A stream's format: samples per second, bytes per sample, channels. */
export const audioFormat = {
  rate: z.int().positive(),
  width: z.int().positive(),
  channels: z.int().positive(),
};
