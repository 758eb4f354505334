/** `hearken doctor llm`: asks the configured language models and says what to change. */
import type { Command } from 'commander';
import { measureLanguageModels } from '../app/doctor/measure-language-models.ts';
import { systemClock } from '../core/clock.ts';
import { LanguageModelError } from '../core/errors.ts';
import { type Finding, findingLines } from '../doctor/finding.ts';
import { judgeLanguageModels } from '../doctor/language-model.ts';
import { settingsOf } from './config-flags.ts';
import type { CommandContext } from './context.ts';

/** The settings' flags are those of `doctor`: it reads them before and behind the name of this command. */
export function registerDoctorLlm(doctor: Command, { terminal, signal }: CommandContext): void {
  doctor
    .command('llm')
    .summary('measure the configured language models')
    .description(
      'Asks every provider of llm.providers: is it there, how soon does it speak, does it call tools, how much can it read. Costs some thousand tokens of each; nothing of your home is sent. Settings are given as to "hearken doctor".',
    )
    .addHelpText('after', '\nExits with 1 when something will not work.')
    .action(async () => {
      const { llm } = settingsOf(doctor, terminal);
      let problemCount = 0;
      const tell = (findings: readonly Finding[]): void => {
        for (const finding of findings) {
          for (const line of findingLines(finding)) terminal.print(line);
          if (finding.verdict === 'problem') problemCount += 1;
        }
      };
      if (llm.providers.length === 0) tell(judgeLanguageModels([]));
      for await (const measurement of measureLanguageModels(llm, { clock: systemClock, signal }))
        tell(judgeLanguageModels([measurement]));
      if (problemCount === 0) return;
      const message = `${problemCount} of the findings will not work until they are fixed`;
      throw new LanguageModelError('LLM_FAILED', message);
    });
}
