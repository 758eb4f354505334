/**
 * What a perfect language model would reach: a scripted one that is told what each task wants asks for just that.
 * Whatever is not done was kept from it by our tools, gate or door; it says nothing about any real model.
 */
import { languageModelPath } from '../../app/agent/language-model-path.ts';
import { configSchema } from '../../config/schema.ts';
import { systemClock } from '../../core/clock.ts';
import { silentLogger } from '../../core/log.ts';
import { createFailover } from '../../engines/llm/create.ts';
import { readTasks, type TaskSentence, taskSets, type WantedState } from '../agent/task-files.ts';
import { judgeTask, type JudgedTask } from '../agent/tasks.ts';
import { type Piece, type Script, toolResults } from './stand-in/script.ts';
import { openStandIn, standInModel } from './stand-in/stand-in.ts';
import type { BenchOptions, BenchReport } from '../report.ts';
import { wilson } from '../statistics.ts';

const target = 95;

export async function measurePerfect({
  evalDir,
  smoke,
  signal,
  progress,
}: BenchOptions): Promise<Pick<BenchReport, 'rows' | 'notes'>> {
  await using server = await openStandIn('ollama', []);
  const provider = { kind: server.kind, url: server.url, model: standInModel };
  const { llm } = configSchema.parse({ llm: { providers: [provider] } });
  const log = silentLogger;
  const model = createFailover(llm, { clock: systemClock, log });
  if (model === undefined) return { rows: [], notes: [] };
  const judged: JudgedTask[] = [];
  for (const set of taskSets) {
    const tasks = (await readTasks(evalDir, set)).filter((task) => callsFor(task).length > 0);
    progress(`what a perfect model would reach: ${set} …`);
    for (const task of smoke ? tasks.slice(0, 2) : tasks) {
      server.answer(scriptFor(task));
      const languageModel = (home: Parameters<typeof languageModelPath>[0]['home']) =>
        languageModelPath({ model, llm, home, clock: systemClock, log });
      judged.push(await judgeTask(task, { signal, languageModel }));
    }
  }
  const done = judged.filter(({ isRight }) => isRight).length;
  const value = (100 * done) / Math.max(1, judged.length);
  const [low, high] = wilson(done, judged.length);
  return {
    rows: [
      {
        metric: 'tasks of home-assistant-datasets done when a scripted model asks for what they want',
        value,
        unit: '%',
        n: judged.length,
        interval: [100 * low, 100 * high],
        target: `≥ ${target}`,
        met: value >= target,
      },
    ],
    notes: judged.flatMap(({ isRight, sentence, problem }) =>
      isRight ? [] : [`kept from a perfect model: "${sentence}": ${problem}`],
    ),
  };
}

function scriptFor(task: TaskSentence): Script {
  return (request) => (toolResults(request).length > 0 ? 'Nothing else is new.' : callsFor(task));
}

/** One call per device that is to change; empty where nothing is, or no call is known for it. */
function callsFor({
  sentence,
  task: { expect_changes: changes = {}, setup },
}: TaskSentence): readonly Piece[] {
  return Object.entries(changes).flatMap(([id, wanted]): Piece[] => {
    if (wanted.state !== undefined && wanted.state === setup[id]?.state && wanted.attributes === undefined)
      return [];
    const [domain = ''] = id.split('.');
    if (domain === 'todo') {
      // Its state is how many items are open.
      if (wanted.state === '0') return [];
      const [, item] = /^(?:add|put) (.+?) (?:to|on) /i.exec(sentence) ?? [];
      return item === undefined
        ? []
        : [{ call: 'todo_list', input: { action: 'add', list: id, items: [item] } }];
    }
    const asked = actionFor(domain, wanted);
    return asked ? [{ call: 'control_home', input: { ...asked, devices: [id] } }] : [];
  });
}

type Asked = { readonly action: string; readonly value?: number; readonly text?: string };

function actionFor(domain: string, { state, attributes = {} }: WantedState): Asked | undefined {
  const number = (name: string): number | undefined => {
    const value = attributes[name];
    return typeof value === 'number' ? value : undefined;
  };
  const brightness = number('brightness');
  if (state !== 'off' && brightness !== undefined && brightness > 0)
    return { action: 'set_brightness', value: Math.round((brightness * 100) / 255) };
  if (Array.isArray(attributes['rgb_color'])) return { action: 'set_color', text: 'red' };
  const position = number('current_position') ?? number('current_valve_position');
  if (position !== undefined) return { action: 'set_position', value: position };
  const volume = number('volume_level');
  if (volume !== undefined) return { action: 'set_volume', value: 100 * volume };
  const temperature = number('temperature');
  if (temperature !== undefined) return { action: 'set_temperature', value: temperature };
  const action = actions[`${domain} ${state ?? ''}`] ?? actions[state ?? ''];
  return action === undefined ? undefined : { action };
}

/** By what is to be so, of a domain where it matters. */
const actions: Readonly<Record<string, string>> = {
  on: 'turn_on',
  off: 'turn_off',
  open: 'open',
  opening: 'open',
  closed: 'close',
  closing: 'close',
  locked: 'lock',
  unlocked: 'unlock',
  cleaning: 'start_cleaning',
  returning: 'return_to_base',
  docked: 'return_to_base',
  playing: 'play',
  paused: 'pause',
};
