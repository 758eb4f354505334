/** How a server is looked at by one of the two generated clients (Anthropic's and OpenAI's): both are asked alike. */
import type { LanguageModelError } from '../../core/errors.ts';
import { isMissingPage } from './client-error.ts';
import { explained } from './explained.ts';
import { type ModelFacts, type Provider, unknownFacts } from './provider.ts';
import type { Subject } from './subject.ts';

type Options = { readonly signal: AbortSignal };

export type ClientLooks<Client> = {
  readonly subject: Subject;
  readonly connect: () => Promise<Client>;
  readonly explain: (error: unknown) => LanguageModelError;
  readonly factsOf: (client: Client, options: Options) => Promise<ModelFacts>;
  /** The first page of its list. */
  readonly list: (
    client: Client,
    options: Options,
  ) => Promise<{ readonly data: readonly { readonly id: string }[] }>;
};

export function clientLooks<Client>({
  subject,
  connect,
  explain,
  factsOf,
  list,
}: ClientLooks<Client>): Pick<Provider, 'look' | 'offered'> {
  return {
    look: ({ signal }) =>
      explained(
        async () => {
          try {
            return await factsOf(await connect(), { signal });
          } catch (error) {
            // Gateways and servers that speak only the answers' part of the API are there all the same.
            if (!subject.isOfficial && isMissingPage(error)) return unknownFacts;
            throw error;
          }
        },
        { explain, signal },
      ),
    offered: ({ signal }) =>
      explained(
        async () => {
          const { data } = await list(await connect(), { signal });
          return data.map(({ id }) => id);
        },
        { explain, signal },
      ),
  };
}
