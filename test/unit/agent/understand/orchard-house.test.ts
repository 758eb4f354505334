/** Rooms that stand for their locks, nouns that a wish says itself, and sorts of one kind of device. */
import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import type { Plan } from '../../../../src/agent/understand/plan.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import { demoModel } from '../../../support/home/demo-model.ts';
import { orchardHouse } from '../../../support/home/orchard-house.ts';

const grammar = loadGrammar('en');
const model = demoModel({ house: orchardHouse });

const planOf = (text: string): Plan =>
  understand(text, { model, areaId: null, lastEntityIds: [] }, grammar).plan;

/** What is to be done, with which figures or words, to which devices. */
function meant(text: string): string {
  const plan = planOf(text);
  if (plan.kind === 'unlinked') return plan.why.kind;
  if (plan.kind === 'answer')
    return `${plan.question.ask}? ${plan.entities.map(({ entityId }) => entityId).join(' ')}`;
  if (plan.kind !== 'act') return plan.kind;
  const { do: what, ...details } = plan.wish;
  const told = Object.values(details).filter((value) => value !== null);
  return [what, ...told, ...plan.entities.map(({ entityId }) => entityId)].join(' ');
}

const sentences: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'the lock of a room, or one called after it': {
    'lock the barn': 'lock lock.barn',
    'make sure the barn is locked': 'lock lock.barn',
    'the barn needs to be locked': 'lock lock.barn',
    'secure the barn please': 'lock lock.barn',
    'unlock the barn': 'unlock lock.barn',
    'lock the cider cellar': 'lock lock.cellar',
    'lock the cider cellar door': 'lock lock.cellar',
    'lock the root cellar door': 'lock lock.root',
    'lock the shed door': 'lock lock.shed_door',
    'lock the shed': 'lock lock.shed',
    'the cider cellar should be locked': 'lock lock.cellar',
    'can the cider cellar be unlocked': 'unlock lock.cellar',
    'engage the cider cellar lock': 'lock lock.cellar',
    'is the barn locked': 'state? lock.barn',
    'is the cider cellar secure': 'state? lock.cellar',
    'is the barn open': 'state? binary_sensor.gap',
    'lock the loft': 'unfit',
    'lock the cider': 'unknown-place',
    'unlock the cellar door': 'ambiguous',
  },
  'a thing by its name without the switch of it': {
    'turn on the pond': 'turn_on switch.pond',
    'deactivate the pond': 'turn_off switch.pond',
    'turn on the barn': 'not-understood',
    'turn on the reading': 'unknown-name',
  },
  'light for what is to be lit, and nothing else of that name': {
    'illuminate the loft': 'turn_on light.loft',
    'light up the loft': 'turn_on light.loft',
    'light up the shower': 'turn_on light.shower',
    'illuminate the barn': 'none-there',
  },
  'sorts of players': {
    'pause the tv in the snug': 'pause media_player.screen',
    'pause the tv': 'pause media_player.old',
    'turn off all the tvs': 'turn_off media_player.old media_player.screen',
    'turn off the speakers': 'no-place',
    'pause the loft tv': 'pause media_player.old',
  },
  'a room that is said, whatever is called so elsewhere': {
    'turn on the barn smart plug': 'turn_on switch.cider',
    'turn on the snug smart plug': 'turn_on switch.socket',
    'turn on the lights in both nurseries': 'turn_on light.nursery_1 light.nursery_2',
  },
  'heating and watering that hang on switches': {
    'turn on the heater in the bathroom': 'turn_on switch.heater',
    'heat the bathroom': 'turn_on switch.heater',
    'stop heating the bathroom': 'turn_off switch.heater',
    'heat the snug': 'turn_on climate.snug',
    'make the snug 21 degrees': 'set_temperature 21 climate.snug',
    'water the orchard': 'turn_on switch.drip',
    'water the plants in the orchard': 'turn_on switch.drip',
    'stop watering the orchard': 'turn_off switch.drip',
    'water the lawn': 'turn_on switch.drip',
  },
  'covers that stop where they are, and whole ways': {
    'stop the skylight blind where it is': 'stop cover.loft',
    'stop the skylight blind right there': 'stop cover.loft',
    'set the skylight blind to fully open': 'set_position 100 cover.loft',
    'set the skylight blind to fully closed': 'set_position 0 cover.loft',
  },
  'robots by the storey they are called after': {
    'vacuum downstairs': 'start_cleaning vacuum.robo',
    'clean the downstairs floor': 'start_cleaning vacuum.robo',
    'put the vacuum away': 'return_to_base vacuum.robo',
    'vacuum upstairs': 'unknown-name',
  },
  'lists with words for lists behind their names': {
    "add pears to miller's shopping list": 'add_items pears todo.shop',
    "buy pears at miller's": 'add_items pears todo.shop',
    'put mend the gate on the farm to do list': 'add_items mend the gate todo.jobs',
    'put bread back on the shopping list': 'add_items bread todo.shop',
    'add a task to mend the gate': 'add_items mend the gate todo.jobs',
    'how many tasks do I have': 'list_items? todo.jobs',
    'is the shopping list empty': 'list_items? todo.shop',
    "add pears to the fishmonger's shopping list": 'unknown-name',
    "buy pears at the fishmonger's": 'not-understood',
  },
  'questions of other words': {
    'are any batteries low': 'state? sensor.cell',
    'is the reading lamp on or off': 'value? light.snug',
    'is the hay door open or closed': 'value? binary_sensor.gap',
    "what's up with the reading lamp": 'value? light.snug',
    "what's the hay door status": 'value? binary_sensor.gap',
    'any news on the hay door': 'value? binary_sensor.gap',
    'what color setting is the reading lamp on': 'property? light.snug',
    'how hot is it outside': 'value? sensor.outside',
    'weather in ludlow': 'weather? weather.town',
    "what's the current snug temperature": 'value? climate.snug',
    'is the snug warmer than 20 degrees': 'value? climate.snug',
    'is the temperature in the snug above 15': 'value? climate.snug',
    'are any devices on in the barn': 'state? switch.cider',
    'are the covers closed': 'state? cover.loft',
    'which rooms have lights on': 'state? light.loft light.nursery_1 light.nursery_2 light.shower light.snug',
    'when was the reading lamp turned on': 'not-understood',
    'how long has the cider press been on': 'not-understood',
  },
};

describe('the agent understands', () => {
  it.each(Object.entries(sentences))('%s', (_, said) => {
    const got = Object.fromEntries(Object.keys(said).map((text) => [text, meant(text)]));
    expect(got).toEqual(said);
  });

  it.each([
    'unlock the cider',
    'unlock the front',
    "don't lock the barn",
    'she locked the barn',
    'did you lock the barn',
    'the barn was locked',
    'is the barn going to be locked',
    'what setting is the lamp on',
    'which colour is the lamp on',
    'we could have watered the orchard',
    'the orchard was watered',
    'the heater in the bathroom was on',
    'I bought pears at the market',
    'I put the vacuum away',
    'heat',
    'water the',
    'light up',
  ])('nothing to do in %j', (text) => {
    const plan = planOf(text);
    expect(plan.kind === 'act' ? meant(text) : 'nothing').toBe('nothing');
  });
});
