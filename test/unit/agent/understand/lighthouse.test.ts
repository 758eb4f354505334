/** What a family says in a lighthouse: two of a name, things called by other words, remarks, and no figures of a room. */
import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import type { Plan } from '../../../../src/agent/understand/plan.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import { demoModel } from '../../../support/home/demo-model.ts';
import { lighthouse } from '../../../support/home/lighthouse.ts';

const grammar = loadGrammar('en');
const model = demoModel({ house: lighthouse });

function show(plan: Plan): string {
  if (plan.kind === 'unlinked') return plan.why.kind;
  if (plan.kind === 'several') return plan.steps.map(show).join(', ');
  if (plan.kind === 'not-understood') return plan.why;
  if (plan.kind !== 'act' && plan.kind !== 'answer' && plan.kind !== 'unsure') return plan.kind;
  const ids = plan.entities.map(({ entityId }) => entityId.replace(/^\w+\./, '')).sort();
  if (plan.kind === 'answer') return [plan.question.ask, ...ids].join(' ');
  const { do: verb, ...details } = plan.wish;
  const asked = plan.kind === 'unsure' ? ['may be'] : [];
  return [...asked, verb, ...Object.values(details).filter((value) => value !== null), ...ids].join(' ');
}

const planOf = (text: string, areaId: string) =>
  show(understand(text, { model, areaId, lastEntityIds: [] }, grammar).plan);

type Said = readonly (readonly [text: string, plan: string])[];
const sentences: Readonly<Record<string, { readonly room: string; readonly said: Said }>> = {
  'all that bear a name': {
    room: 'keeper',
    said: [
      ['both bedside lights on', 'turn_on keeper_left keeper_right'],
      ['all the bedside lights off', 'turn_off keeper_left keeper_right'],
      ['bedside light on', 'ambiguous'],
    ],
  },
  'a thing by what it hangs over': {
    room: 'galley',
    said: [
      ['make the light over the table warmer', 'change_color_temperature -500 table'],
      ['the lamp beside the table off', 'turn_off table'],
    ],
  },
  'an order without its reason': {
    room: 'parlour',
    said: [
      ["storm shutters down please, it's blowing up", 'close parlour'],
      ["light up the jetty, we're coming in with the boat", 'turn_on jetty'],
      ["turn the gramophone down, I can't hear myself think", 'change_volume -10 gramophone'],
      ['shutters down, it is only a joke', 'no-match'],
      ["captain's lamp on, I am lying", 'no-match'],
    ],
  },
  'short orders': {
    room: 'parlour',
    said: [
      ['telly to netflix', 'select_source netflix telly'],
      ['gramophone at twenty', 'set_volume 20 gramophone'],
      ['gramophone at twenty and telly off', 'set_volume 20 gramophone, turn_off telly'],
      ['shutters up a little bit', 'change_position 10 parlour'],
      ['parlour to twenty', 'set_temperature 20 parlour'],
      ['mirror light please', 'on-or-off'],
      ["let's have some daylight in here", 'open parlour'],
    ],
  },
  'how things are, in statements that order nothing': {
    room: 'parlour',
    said: [
      ['the telly is on HDMI 1', 'no-match'],
      ['the shutters are open 40 percent', 'no-match'],
      ['the lights are on bright', 'no-match'],
      ['the radiator is on 21', 'no-match'],
      ['turn off the lights that are still on', 'turn_off captain parlour ship'],
      ['turn off the lights still on', 'turn_off captain parlour ship'],
    ],
  },
  'items and what is said about them': {
    room: 'galley',
    said: [
      ['I need to remember to oil the hinges, put it on the upkeep list', 'add_items oil the hinges jobs'],
      ['milk, put it on the shopping list', 'add_items milk provisions'],
      ['I need milk and eggs, add them to the provisions', 'add_items milk,eggs provisions'],
      ["we're nearly out of biscuits", 'may be add_items biscuits provisions'],
      ["we're out of lamp oil", 'may be add_items lamp oil provisions'],
      ["there's no tea left", 'may be add_items tea provisions'],
      ["we've run out of time", 'not-a-request'],
      ["we're out of here", 'no-match'],
      ['there are no lights left', 'no-match'],
    ],
  },
  'questions of other words': {
    room: 'galley',
    said: [
      ['did I leave the boathouse unlocked', 'state boathouse'],
      ['what does the barometer say', 'value pressure'],
      ['how much charge has the dinghy got', 'value dinghy'],
      ['has Barnacle finished', 'value barnacle'],
      ['is it damp in the bunk room', 'value bunks_humidity'],
      ['how windy is it', 'value wind'],
      ['how strong is the wind', 'value wind'],
      ["what's the heating set to in the parlour", 'value parlour'],
      ['anybody on the jetty', 'state jetty'],
      ['someone in the parlour wants tea', 'no-match'],
      ["what's it doing outside", 'weather skerry'],
      ['do I need a brolly tomorrow', 'forecast skerry'],
      ["what's this song", 'property gramophone telly watch wireless'],
      ['who sings this', 'property gramophone telly watch wireless'],
    ],
  },
  'what can not be done': {
    room: 'galley',
    said: [
      ['ring the coastguard', 'not-yet'],
      ['read the twins a bedtime story', 'not-yet'],
      ["when's the next high tide", 'not-yet'],
      ['how do you gut a mackerel', 'not-yet'],
      ['make the beacon flash', 'not-yet'],
    ],
  },
};

describe('in a lighthouse the agent understands', () => {
  it.each(Object.entries(sentences))('%s', (_, { room, said }) => {
    expect(said.map(([text]) => [text, planOf(text, room)])).toEqual(said);
  });
});
