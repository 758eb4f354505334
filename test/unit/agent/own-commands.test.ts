/** What people may say to their home, in our own words: refusing everything fails here. */
import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../src/agent/understand/load-grammar.ts';
import type { Plan, Step } from '../../../src/agent/understand/plan.ts';
import { understand } from '../../../src/agent/understand/understand.ts';
import { demoModel } from '../../support/home/demo-model.ts';
import { crowdCommands } from './commands/crowd-commands.ts';
import { crowdBrightness } from './commands/crowd-brightness-commands.ts';
import { crowdCleaning } from './commands/crowd-cleaning-commands.ts';
import { crowdColors } from './commands/crowd-color-commands.ts';
import { crowdFrames } from './commands/crowd-frames-commands.ts';
import { crowdGist } from './commands/crowd-gist-commands.ts';
import { crowdHome } from './commands/crowd-home-commands.ts';
import { crowdLightLevels } from './commands/crowd-light-level-commands.ts';
import { crowdShades } from './commands/crowd-shade-commands.ts';
import { crowdSpelling } from './commands/crowd-spelling-commands.ts';
import { crowdSound } from './commands/crowd-sound-commands.ts';
import { crowdSwitching } from './commands/crowd-switching-commands.ts';
import { crowdVolume } from './commands/crowd-volume-commands.ts';
import { deviceCommands } from './commands/device-commands.ts';
import { familyCommands } from './commands/family-commands.ts';
import { lightCommands } from './commands/light-commands.ts';
import { severalCommands } from './commands/several-commands.ts';

const grammar = loadGrammar('en');
const model = demoModel();

function show(plan: Plan): string {
  return (plan.kind === 'several' ? plan.steps : [plan]).map(showStep).join(' + ');
}

function showStep(step: Step): string {
  if (step.kind !== 'act') return step.kind === 'unlinked' ? `unlinked ${step.why.kind}` : step.kind;
  const { do: verb, ...details } = step.wish;
  const ids = step.entities.map(({ entityId }) => entityId).sort();
  return [verb, ...Object.values(details).filter((value) => value !== null), ...ids].join(' ');
}

const sets = Object.entries({
  lightCommands,
  deviceCommands,
  severalCommands,
  crowdCommands,
  familyCommands,
  crowdSwitching,
  crowdBrightness,
  crowdColors,
  crowdCleaning,
  crowdVolume,
  crowdSound,
  crowdHome,
  crowdFrames,
  crowdGist,
  crowdShades,
  crowdLightLevels,
  crowdSpelling,
});

describe('the agent understands', () => {
  it.each(sets)('our own %s', (_, commands) => {
    const wrong = Object.entries(commands).flatMap(([wanted, sentences]) =>
      sentences.flatMap((text) => {
        const situation = { model, areaId: 'living_room', lastEntityIds: [], lastWish: null };
        const got = show(understand(text, situation, grammar).plan);
        return got === wanted ? [] : [`${text}: ${got}, not ${wanted}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('more than 1000 of them', () => {
    const count = sets.flatMap(([, commands]) => Object.values(commands).flat()).length;
    expect(count).toBeGreaterThanOrEqual(1000);
  });
});
