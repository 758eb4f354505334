/** What the doctor says about the configured language models. Pure. */
import type { ErrorCode, LanguageModelError } from '../core/errors.ts';
import type { ModelFacts } from '../engines/llm/provider.ts';
import type { Finding } from './finding.ts';

export type LanguageModelMeasurement = {
  /** `ollama/qwen3:8b` */
  readonly name: string;
  readonly isCloud: boolean;
  /** What is asked for with each request (Ollama's window), where that can be asked for. */
  readonly windowTokens: number | null;
  readonly facts: ModelFacts | null;
  /** To the first word of an answer to a prompt of the usual length, ms: the first time, and with a warm cache. */
  readonly firstWordMs: { readonly cold: number; readonly warm: number } | null;
  /** What came of a sentence that needs a tool. */
  readonly tool: 'called' | 'called-wrongly' | 'not-called' | null;
  /** Names of models the provider has, where another one has to be chosen; else empty. */
  readonly offered: readonly string[];
  /** What ended the measurement early. */
  readonly fault: LanguageModelError | null;
};

/** Asked whether it is there, and nothing else. */
export type LanguageModelLook = Pick<LanguageModelMeasurement, 'name' | 'isCloud' | 'facts' | 'fault'>;

const topic = 'language model';
/** With text and first sound a reply then begins in about two seconds. */
const comfortableFirstWordMs = 1_500;
/** Rules, tools, the entities of a sentence and some turns of the dialogue. */
const comfortableWindowTokens = 8_192;

export function judgeLanguageModels(measurements: readonly LanguageModelMeasurement[]): readonly Finding[] {
  if (measurements.length > 0) return measurements.flatMap(judgeOne);
  const message = 'none is configured: what the local agent does not understand is not answered';
  return [{ topic, verdict: 'ok', message, fix: 'add one to llm.providers (docs/llm.md), if you want one' }];
}

/** Nothing is said where none is configured. */
export function judgeLooks(looks: readonly LanguageModelLook[]): readonly Finding[] {
  const hasOther = looks.some(({ fault }) => fault === null);
  return looks.flatMap((seen): readonly Finding[] => {
    const { name, isCloud, fault, facts } = seen;
    if (fault) {
      const verdict = hasOther ? 'warning' : 'problem';
      const otherwise = hasOther ? '; another one is asked meanwhile' : '';
      return [{ topic, verdict, message: `${fault.message}${otherwise}`, fix: fixOf(fault.code) }];
    }
    const noTools = facts?.canCallTools === false ? judgeTool({ name, tool: null, facts }) : [];
    const found = [...judgeList({ name, facts, offered: [] }), ...noTools];
    if (found.length > 0) return found;
    const message = `${name} is there, ${placeOf(isCloud)}; "hearken doctor llm" measures it`;
    return [{ topic, verdict: 'ok', message }];
  });
}

const placeOf = (isCloud: boolean): string =>
  isCloud ? 'in the cloud: what it is asked leaves the house' : 'in the house';

function judgeOne(measurement: LanguageModelMeasurement): readonly Finding[] {
  const { name, isCloud, fault } = measurement;
  return [
    ...(fault ? [] : [{ topic, verdict: 'ok', message: `${name}: answers, ${placeOf(isCloud)}` } as const]),
    ...judgeList(measurement),
    ...judgeWindow(measurement),
    ...judgeSpeed(measurement),
    ...judgeTool(measurement),
    ...(fault ? [judgeFault(measurement, fault)] : []),
  ];
}

function judgeFault({ offered }: LanguageModelMeasurement, { code, message }: LanguageModelError): Finding {
  return { topic, verdict: 'problem', message, fix: fixOf(code) + offer(offered) };
}

/** A provider in the cloud has hundreds. */
const mostOffered = 12;

function offer(offered: readonly string[]): string {
  if (offered.length === 0) return '';
  return `; it has ${offered.slice(0, mostOffered).join(', ')}${offered.length > mostOffered ? ', …' : ''}`;
}

function fixOf(code: ErrorCode): string {
  switch (code) {
    case 'LLM_UNREACHABLE':
      return 'start the server, or correct its url in llm.providers';
    case 'LLM_REFUSED':
      return 'correct the key or the model of this provider in llm.providers';
    case 'LLM_LIMITED':
      return 'wait, or raise the limits of the account';
    case 'LLM_TIMEOUT':
      return 'take a smaller model or a faster machine, or raise llm.first_token_ms';
    default:
      return "look into the provider's own log";
  }
}

function judgeList({
  name,
  facts,
  offered,
}: Pick<LanguageModelMeasurement, 'name' | 'facts' | 'offered'>): readonly Finding[] {
  if (facts?.isListed !== false) return [];
  const fix = `correct the name in llm.providers${offer(offered)}`;
  return [{ topic, verdict: 'warning', message: `${name}: the provider's list has no such model`, fix }];
}

function judgeWindow({ name, facts, windowTokens }: LanguageModelMeasurement): readonly Finding[] {
  const most = facts?.contextTokens ?? null;
  if (most === null) return [];
  if (windowTokens !== null && windowTokens > most) {
    const message = `${name}: ${windowTokens} tokens are asked for, the model has ${most}`;
    return [{ topic, verdict: 'warning', message, fix: `set context_tokens to ${most} or less` }];
  }
  const window = Math.min(windowTokens ?? most, most);
  const message = `${name}: a window of ${window} tokens${window < most ? ` (the model has up to ${most})` : ''}`;
  if (window >= comfortableWindowTokens) return [{ topic, verdict: 'ok', message }];
  const fix =
    most < comfortableWindowTokens
      ? 'choose a model with a longer window'
      : `set context_tokens to ${comfortableWindowTokens}`;
  return [{ topic, verdict: 'warning', message: `${message}: short for tools and a dialogue`, fix }];
}

function judgeSpeed({ name, firstWordMs, isCloud }: LanguageModelMeasurement): readonly Finding[] {
  if (!firstWordMs) return [];
  const { cold, warm } = firstWordMs;
  const message = `${name}: the first word comes after ${Math.round(warm)} ms (${Math.round(cold)} ms the first time)`;
  if (warm <= comfortableFirstWordMs) return [{ topic, verdict: 'ok', message }];
  const fix = isCloud
    ? 'choose a faster model of this provider'
    : 'choose a smaller model, or one that fits into the memory of a graphics card';
  return [{ topic, verdict: 'warning', message, fix }];
}

function judgeTool({
  name,
  tool,
  facts,
}: Pick<LanguageModelMeasurement, 'name' | 'tool' | 'facts'>): readonly Finding[] {
  const fix = 'choose a model that is made for calling tools';
  if (facts?.canCallTools === false)
    return [{ topic, verdict: 'problem', message: `${name}: this model can not call tools`, fix }];
  switch (tool) {
    case null:
      return [];
    case 'called':
      return [{ topic, verdict: 'ok', message: `${name}: calls tools` }];
    case 'called-wrongly':
      return [
        { topic, verdict: 'warning', message: `${name}: called a tool with the wrong name or input`, fix },
      ];
    case 'not-called':
      return [{ topic, verdict: 'problem', message: `${name}: called no tool where one was needed`, fix }];
  }
}
