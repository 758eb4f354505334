/** Says something on other satellites of the house. */
import { z } from 'zod';
import type { HomeModel } from '../../home/model/home-model.ts';
import { everywhere, nearPlaces, placeCalled } from './find-devices.ts';
import { failed } from './run-tool.ts';
import type { Tool } from './tool.ts';

const input = z.strictObject({
  message: z.string().min(1).max(500).describe('What is said, in the words of the person.'),
  area: z
    .string()
    .max(200)
    .optional()
    .describe(`Room or floor where it is said; "${everywhere}" or nothing: on all the other satellites.`),
});

export const announceTool: Tool = {
  name: 'announce',
  description: 'Says a message on the satellites of other rooms, e.g. "dinner is ready".',
  input,
  deedOf: (given) => ({ do: 'announce', text: input.parse(given).message }),
  run: async (given, hands, options) => {
    const { message, area } = input.parse(given);
    const { model } = hands.turn;
    const place = placeCalled(area, model);
    if (place === undefined)
      return failed(`There is no room or floor "${area}". ${nearPlaces(area ?? '', model)}`);
    const satelliteIds = place === null ? undefined : satellitesIn(place.id, model);
    if (satelliteIds?.length === 0) return failed(`No satellite stands in ${place?.name}.`);
    const answer = await hands.carryOut(
      { kind: 'broadcast', message, ...(satelliteIds && { satelliteIds }) },
      options,
    );
    return { content: `The person is told: "${answer.speech}"`, answer };
  },
};

function satellitesIn(placeId: string, { satelliteAreas, areas }: HomeModel): readonly string[] {
  return [...satelliteAreas]
    .filter(([, areaId]) => areaId === placeId || areas.get(areaId)?.floorId === placeId)
    .map(([satelliteId]) => satelliteId);
}
