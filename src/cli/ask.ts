/** `hearken ask "text"`: one sentence to the agent, without ears and voice. */
import { converse } from '../client/voice-client.ts';
import { loadConfig } from '../config/load.ts';
import { addConfigFlags, configInput } from './config-flags.ts';
import type { RegisterCommand } from './context.ts';
import { describeChanges, turnReport } from './turn-report.ts';
import { withServer } from './with-server.ts';

export const registerAsk: RegisterCommand = (program, context) => {
  const command = program
    .command('ask <text...>')
    .summary('type a sentence to the agent')
    .description(
      'Sends one sentence to the agent and prints the reply and what changed. Without Home Assistant the demo home answers.',
    )
    .addHelpText(
      'after',
      `
Examples:
  hearken ask "turn on the kitchen light"
  hearken ask is the front door locked
  hearken ask set a tea timer for ten seconds`,
    );
  addConfigFlags(command).action(async (words: string[]) => {
    const config = loadConfig(configInput(command));
    await withServer(config, { services: ['handle'] }, context, async ({ uri, untilTimersRang }) => {
      const answer = await converse(uri, words.join(' '), {
        signal: context.signal,
        language: config.language,
        context: turnReport.request,
      });
      context.terminal.print(answer.text);
      for (const line of describeChanges(turnReport.read(answer.context))) context.terminal.note(`  ${line}`);
      await untilTimersRang({ signal: context.signal });
    });
  });
};
