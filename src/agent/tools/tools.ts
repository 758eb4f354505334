/** The tools a language model gets in a turn: in a fixed order, and only those that can do something in this home. */
import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { HomeQueries } from '../../home/query.ts';
import type { ScriptFields } from '../../home/query/script-fields.ts';
import type { HomeModel } from '../../home/model/home-model.ts';
import type { DeedDoor } from '../act/deed-door.ts';
import type { ToolDescription } from '../ports/language-model.ts';
import type { ToolServers } from '../ports/tool-servers.ts';
import { announceTool } from './announce.ts';
import { calendar } from './calendar.ts';
import { controlHome } from './control-home.ts';
import { homeHistory } from './home-history.ts';
import { findMediaTool, playMediaTool } from './media.ts';
import { forgetTool, recallTool, rememberTool } from './memory-tools.ts';
import { outsideTools } from './outside-tools.ts';
import { queryHome } from './query-home.ts';
import { scriptTools } from './script-tools.ts';
import { timersTool } from './timers.ts';
import { todoList } from './todo-list.ts';
import type { Tool } from './tool.ts';
import { weather } from './weather.ts';

export type ToolsParts = {
  readonly queries: HomeQueries;
  readonly clock: Clock;
  /** What the exposed scripts take, as far as it is known now. */
  readonly scriptFields: () => ScriptFields;
  readonly hasTimers: boolean;
  /** False: nothing can be said on satellites. */
  readonly hasAnnouncer: boolean;
  readonly hasMemory: boolean;
  /** Absent: no other programs are configured. */
  readonly outside?: { readonly servers: ToolServers; readonly deeds: DeedDoor } | undefined;
};

export type ToolBox = {
  /** For this version of the home. */
  toolsFor(model: HomeModel): readonly Tool[];
};

export function createToolBox(parts: ToolsParts): ToolBox {
  const { queries, clock } = parts;
  const history = homeHistory(queries, clock);
  const forecast = weather(queries);
  const events = calendar(queries, clock);
  const lists = todoList(queries);
  const findMedia = findMediaTool(queries);
  return {
    toolsFor(model) {
      const domains = new Set([...model.entities.values()].map(({ domain }) => domain));
      const own: readonly Tool[] = [
        queryHome,
        controlHome,
        history,
        ...(domains.has('weather') ? [forecast] : []),
        ...(domains.has('calendar') ? [events] : []),
        ...(domains.has('todo') ? [lists] : []),
        ...(parts.hasTimers ? [timersTool] : []),
        ...(domains.has('media_player') ? [findMedia, playMediaTool] : []),
        ...(parts.hasAnnouncer && model.satelliteAreas.size > 1 ? [announceTool] : []),
        ...(parts.hasMemory ? [rememberTool, recallTool, forgetTool] : []),
        ...scriptTools(model, parts.scriptFields()),
      ];
      const { outside } = parts;
      if (outside === undefined) return own;
      const taken = new Set(own.map(({ name }) => name));
      return [...own, ...outsideTools(outside.servers, outside.deeds, taken)];
    },
  };
}

const schemas = new WeakMap<Tool['input'], ToolDescription['inputSchema']>();

/** As a provider is told of it. */
export function describeTool({ name, description, input, inputSchema }: Tool): ToolDescription {
  if (inputSchema) return { name, description, inputSchema };
  const known = schemas.get(input) ?? withoutDialect(z.toJSONSchema(input, { io: 'input' }));
  schemas.set(input, known);
  return { name, description, inputSchema: known };
}

/** Some providers refuse the key that says which JSON Schema it is. */
function withoutDialect(schema: Readonly<Record<string, unknown>>): ToolDescription['inputSchema'] {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema'));
}
