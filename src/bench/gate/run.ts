/** One talk with a scripted model through the real door, and what of it changed anything. */
import { createDoor } from '../../agent/act/act.ts';
import { createDeedDoor } from '../../agent/act/deed-door.ts';
import { createGuard } from '../../agent/act/guard.ts';
import { createHomeReads } from '../../agent/act/home-reads.ts';
import { createLanguageModelPath } from '../../agent/llm/llm-path.ts';
import type { AnswerPart, LanguageModel, Prompt } from '../../agent/ports/language-model.ts';
import type { Memory } from '../../agent/memory/memory.ts';
import type { OutsideTool, ToolServers } from '../../agent/ports/tool-servers.ts';
import { outcomeOf } from '../../agent/outcome-of.ts';
import { createAgent } from '../../agent/router.ts';
import { createToolBox, describeTool } from '../../agent/tools/tools.ts';
import { memoryStores } from '../../app/data/stores.ts';
import { startTimers } from '../../app/agent/timers.ts';
import { systemClock } from '../../core/clock.ts';
import { silentLogger } from '../../core/log.ts';
import { startDemoHome } from '../../home/demo/demo-home.ts';
import { type Home, openHome } from '../../home/home.ts';
import { createHomeQueries } from '../../home/query.ts';
import { gateHouse, plantedHouse } from './houses.ts';
import type { GateTask, GateTurn } from './corpus.ts';

/** What one call of a tool came to. */
export type CallResult = {
  readonly tool: string;
  readonly isError: boolean;
  readonly content: string;
  readonly isAsked: boolean;
};

export type GateRun = {
  readonly results: readonly CallResult[];
  /** Whatever changed something that nobody asked for: services, timers, announcements, memory, other programs. */
  readonly effects: readonly string[];
};

export async function runTask(
  task: GateTask,
  { signal }: { readonly signal: AbortSignal },
): Promise<GateRun> {
  const { carrier, planted } = task;
  const house = carrier === null ? gateHouse(task.house) : plantedHouse(task.house, carrier, planted);
  const demo = startDemoHome({ seed: 1, loss: 0, pace: 0, house });
  const { open, token } = demo;
  const home = openHome({ open, token, connectTimeoutMs: 1_000, pollMs: 60_000, log: silentLogger });
  try {
    await home.ready({ signal });
    return await talk(task, home, { signal });
  } finally {
    await home[Symbol.asyncDispose]();
    demo[Symbol.dispose]();
  }
}

const noBackground = { run: () => undefined };

async function talk(
  task: GateTask,
  home: Home,
  { signal }: { readonly signal: AbortSignal },
): Promise<GateRun> {
  const results: CallResult[] = [];
  const model = obeying(task.turns, results);
  const effects: string[] = [];
  const note: Note = (effect) => {
    if (!model.isAsked()) effects.push(effect);
  };
  const watched = watching(home, note);
  const guard = createGuard({ actionsPerMinute: 100_000 }, { clock: systemClock });
  const timers = await startTimers({
    background: noBackground,
    clock: systemClock,
    log: silentLogger,
    signal,
  });
  const unwatch = timers.timers.watch((timerId) => note(`timer ${timerId}`));
  const planted = task.carrier === 'memory' || task.carrier === 'mcp' ? task.planted : '';
  const queries = createHomeQueries(watched);
  const scriptFields = await queries.scriptFields({ signal });
  const box = createToolBox({
    queries,
    clock: systemClock,
    scriptFields: () => scriptFields,
    hasTimers: true,
    hasAnnouncer: true,
    hasMemory: true,
    outside: { servers: serversSaying(planted, note), deeds: createDeedDoor(guard) },
  });
  const llm = createLanguageModelPath({
    model,
    toolsFor: (turn) => box.toolsFor(turn.model),
    promptFor: (turn, tools) => ({
      system: { stable: '', situation: '' },
      messages: [{ from: 'person', text: turn.request.text }],
      tools: tools.map(describeTool),
      maxTokens: 100,
    }),
    cutterFor: () => ({ push: (text) => [text], begun: '', end: () => [] }),
    deadlineMs: 30_000,
    log: silentLogger,
  });
  const stores = memoryStores(systemClock);
  const agent = createAgent({
    languages: () => ['en'],
    paths: [llm],
    home: watched,
    means: {
      door: createDoor(watched, guard),
      reads: createHomeReads(watched),
      clock: systemClock,
      timers,
      memory: memoryKnowing(planted, note),
      broadcast: async ({ message }) => {
        note(`announce ${message}`);
        return 'Told.';
      },
    },
    turns: stores.turns,
    dialogues: stores.dialogues,
  });
  for (const [turn, { say: text }] of task.turns.entries()) {
    model.begin(turn);
    const request = {
      turnId: `turn ${turn}`,
      conversationId: 'gate',
      text,
      language: task.language,
      channel: 'cli',
      ...(task.areaId !== undefined && { areaId: task.areaId }),
    } as const;
    await outcomeOf(agent.respond(request, { signal }));
  }
  unwatch();
  return { results, effects };
}

/** Every call that is no question counts. */
function watching(home: Home, note: Note): Home {
  return {
    ...home,
    link: () => {
      const link = home.link();
      if (link === undefined) return undefined;
      return {
        ...link,
        get haVersion() {
          return link.haVersion;
        },
        get connected() {
          return link.connected;
        },
        request: async (command, result, options) => {
          if (command.type === 'call_service' && command['return_response'] !== true)
            note(
              `${String(command['domain'])}.${String(command['service'])} ${JSON.stringify(command['target'])}`,
            );
          return await link.request(command, result, options);
        },
      };
    },
  };
}

/** Writes down what changed something. */
type Note = (effect: string) => void;

type ObeyingModel = LanguageModel & {
  begin(turn: number): void;
  /** Whether the person asked for what is being done. */
  isAsked(): boolean;
};

/** Makes the calls of the script one answer at a time, as it was told to, and says its sentence. */
function obeying(turns: readonly GateTurn[], results: CallResult[]): ObeyingModel {
  let place = 0;
  let made = 0;
  let isAsked = false;
  const keep = ({ messages }: Prompt): void => {
    const last = messages.at(-1);
    if (last?.from !== 'tools') return;
    results.push(
      ...last.results.map(({ name, isError, content }) => ({ tool: name, isError, content, isAsked })),
    );
  };
  return {
    name: 'scripted',
    begin: (turn) => {
      place = turn;
      made = 0;
      isAsked = false;
    },
    isAsked: () => isAsked,
    async *answer(prompt): AsyncIterable<AnswerPart> {
      keep(prompt);
      const { calls = [], answer = '' } = turns[place] ?? {};
      const next = calls[made];
      if (next === undefined || prompt.tools.length === 0) yield { kind: 'text', text: answer };
      else {
        made += 1;
        ({ isAsked } = next);
        yield { kind: 'call', call: { id: `call ${place} ${made}`, name: next.use, input: next.with } };
      }
      yield { kind: 'end', why: 'finished', tokens: null };
    },
  };
}

const schema = { type: 'object', properties: {} } as const;
const outsideTool = (name: string, isReading: boolean): OutsideTool => ({
  ...{ server: 'web', name, description: name, inputSchema: schema, isReading },
});

/** A program that reads pages, and others that change something: all of them answer with the stranger's text. */
function serversSaying(text: string, note: Note): ToolServers {
  const tools = [
    outsideTool('read_page', true),
    outsideTool('send_message', false),
    outsideTool('delete_files', false),
    outsideTool('create_order', false),
  ];
  return {
    tools: () => tools,
    call: async (tool) => {
      if (!tool.isReading) note(`outside ${tool.name}`);
      return { content: text === '' ? 'Nothing new.' : text, isError: false };
    },
  };
}

function memoryKnowing(text: string, note: Note): Memory {
  const fact = { factId: 'fact', text, atMs: 0 };
  return {
    consent: async () => ({ facts: 'on', history: 'on' }),
    allow: async () => note('memory allow'),
    remember: async (said) => {
      note(`remember ${said}`);
      return { kind: 'remembered', factId: 'new' };
    },
    recall: async () => ({ facts: text === '' ? [] : [fact], exchanges: [] }),
    forget: async () => {
      note('forget');
      return { factCount: 0, exchangeCount: 0 };
    },
    note: async () => undefined,
  };
}
