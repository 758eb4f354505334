/** `hearken ask "text"`: type to the agent, one sentence or a conversation, without ears and voice. */
import { createLogger } from '../app/logger.ts';
import { openTypedAgent, type TypedAgent } from '../app/agent/typed-agent.ts';
import { converse } from '../client/voice-client.ts';
import type { Config } from '../config/schema.ts';
import { askAgain } from './ask-prompt.ts';
import { addConfigFlags, settingsOf } from './config-flags.ts';
import type { CommandContext, RegisterCommand } from './context.ts';
import { explainLines } from './explain.ts';
import { describeChanges, turnReport } from './turn-report.ts';
import { withServer } from './with-server.ts';

type Options = { readonly explain?: boolean; readonly dryRun?: boolean };

export const registerAsk: RegisterCommand = (program, context) => {
  const command = program
    .command('ask [text...]')
    .summary('type to the agent; --explain shows how it understood')
    .description(
      'Sends a sentence to the agent and prints the reply and what changed; without a sentence it prompts for them, as one conversation. Without Home Assistant the demo home answers.',
    )
    .option('--explain', 'also show how the sentence was understood, stage by stage')
    .option('--dry-run', 'only understand: nothing is done')
    .addHelpText(
      'after',
      `
Examples:
  hearken ask "turn on the kitchen light"
  hearken ask is the front door locked
  hearken ask set a tea timer for ten seconds
  hearken ask --explain --dry-run turn off all lights upstairs except in the bedroom
  hearken ask`,
    );
  addConfigFlags(command).action(async (words: string[], options: Options) => {
    const config = settingsOf(command, context.terminal);
    const text = words.join(' ');
    if (text !== '' && options.explain !== true && options.dryRun !== true)
      await askServer(config, text, context);
    else await askHere(config, text, options, context);
  });
};

async function askServer(config: Config, text: string, context: CommandContext): Promise<void> {
  const { terminal, signal } = context;
  await withServer(config, { services: ['handle'] }, context, async ({ uri, untilTimersRang }) => {
    const answer = await converse(uri, text, {
      signal,
      language: config.language,
      context: turnReport.request,
    });
    terminal.print(answer.text);
    for (const line of describeChanges(turnReport.read(answer.context))) terminal.note(`  ${line}`);
    await untilTimersRang({ signal });
  });
}

/** In this process: a conversation can ask back, and the stages can be seen. */
async function askHere(
  config: Config,
  text: string,
  options: Options,
  { terminal, signal }: CommandContext,
): Promise<void> {
  const log = await createLogger({ ...config.log, level: 'error' }, process.stderr.isTTY);
  await using agent = await openTypedAgent(config, { log, onTimer: terminal.print, signal });
  if (text !== '') return await turn(agent, text, options, { terminal, signal });
  terminal.note(
    `${config.home.url === '' ? 'The demo home' : 'Your home'} is listening. Tab completes names; exit or Ctrl+D ends.`,
  );
  for await (const line of askAgain({ names: agent.names, signal }))
    await turn(agent, line, options, { terminal, signal });
}

async function turn(
  agent: TypedAgent,
  text: string,
  { explain, dryRun }: Options,
  { terminal, signal }: CommandContext,
): Promise<void> {
  if (explain === true || dryRun === true)
    for (const line of explainLines(agent.explain(text))) terminal.note(`  ${line}`);
  if (dryRun === true) return;
  const { speech, changes, path } = await agent.say(text, { signal });
  terminal.print(speech);
  for (const line of describeChanges({ changes: [...changes], path })) terminal.note(`  ${line}`);
}
