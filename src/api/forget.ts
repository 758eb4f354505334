/** `POST /api/v1/forget`: removes what came of a person, or of everybody. */
import { z } from 'zod';
import { RequestError } from '../core/errors.ts';
import { protocol } from './protocol.ts';

export const forgetRequest = z
  .object({
    person: z
      .string()
      .regex(/^(user:.+|satellite:.+|home)$/)
      .nullable()
      .meta({
        description:
          '`user:<id of Home Assistant’s user>`, `satellite:<entity id>`, `home` for turns of nobody known; null: everybody.',
      }),
  })
  .meta({ id: 'ForgetRequest' });

const count = z.int().min(0);

export const forgetReport = z
  .object({
    protocol: z.literal(protocol),
    removed: z.object({
      facts: count,
      history: count,
      consents: count,
      dialogues: count,
      turns: count.meta({ description: 'Turns whose speech was removed, of anybody.' }),
      sounds: count.meta({ description: 'Spoken replies, of anybody.' }),
      copies: count.meta({ description: 'Older copies of the store.' }),
    }),
  })
  .meta({ id: 'ForgetReport' });

export type ForgetReport = z.output<typeof forgetReport>;

/** What a person is called; whoever forgets knows the same names. */
export type ForgetPerson = (person: string | null) => Promise<ForgetReport['removed']>;

/** @throws RequestError for a body of another shape. */
export async function forget(body: unknown, forgetPerson: ForgetPerson): Promise<ForgetReport> {
  const request = forgetRequest.safeParse(body);
  if (!request.success)
    throw new RequestError('REQUEST_INVALID', 'person must be a person, or null for everybody');
  return { protocol, removed: await forgetPerson(request.data.person) };
}
