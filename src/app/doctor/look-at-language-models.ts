/** Whether the configured language models would be asked, looked at without any content, for the doctor. */
import type { Config } from '../../config/schema.ts';
import { startDeadline } from '../../core/abort.ts';
import { LanguageModelError } from '../../core/errors.ts';
import type { LanguageModelLook } from '../../doctor/language-model.ts';
import { createProvider } from '../../engines/llm/create.ts';

/** A cloud across the sea answers a small request within a second. */
const patienceMs = 5_000;

/** All at once: none of them is measured. */
export async function lookAtLanguageModels(
  { llm }: Pick<Config, 'llm'>,
  { signal }: { readonly signal: AbortSignal },
): Promise<readonly LanguageModelLook[]> {
  const providers = llm.providers.map((each) => createProvider(each, llm));
  return await Promise.all(
    providers.map(async (provider) => {
      const { name, isCloud } = provider;
      await provider.load();
      using deadline = startDeadline(patienceMs, signal);
      try {
        return { name, isCloud, fault: null, facts: await provider.look(deadline) };
      } catch (error) {
        signal.throwIfAborted();
        const fault =
          error instanceof LanguageModelError
            ? error
            : new LanguageModelError(
                'LLM_UNREACHABLE',
                `${name}: it did not answer within ${patienceMs / 1_000} s`,
                { cause: error },
              );
        return { name, isCloud, fault, facts: null };
      }
    }),
  );
}
