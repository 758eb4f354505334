/** Words for rooms and things of a household: heard, they were most likely said, and tell one name from another. */
import { classNouns } from './class-nouns.ts';

const rooms = [
  'kitchen bathroom bath bedroom bed living dining guest kids kid children nursery office study hallway hall',
  'corridor entrance entry entryway landing stairs stairway staircase upstairs downstairs attic loft cellar basement',
  'garage garden yard backyard patio terrace porch balcony driveway outside outdoor indoor shed pantry laundry utility',
  'closet wardrobe library lounge den playroom workshop conservatory greenhouse studio pool sauna gym floor',
  'carport courtyard foyer larder lobby mudroom parlor parlour stairwell',
];

const things = [
  'ceiling wall desk table bedside reading night standing corner window front back side main master left right upper',
  'lower big small red green blue white black first second third',
  'box boot craft wet room',
  'kettle toaster oven stove fridge freezer dishwasher washer dryer printer computer monitor charger projector pump',
  'amplifier blower boiler coffee cooker cooler diffuser drapes fountain microwave purifier radiator receiver router scanner',
  'screen soundbar sprinkler stereo string strip subwoofer tower uplighter sconce cabinet drawer locker padlock safe mirror',
  'toilet shower bathtub mattress chimney fireplace blender juicer samovar toothbrush hairdryer telescope aquarium',
  'trampoline treehouse hammock gazebo jacuzzi bicycle typewriter jukebox doorbell trapdoor sofa couch piano guitar',
  'chandelier pendant lantern spotlight spotlights strip candle bulb bulbs fans lights heating boiler',
];

const wordsOf = (lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(' '));

/** What people call parts of a home. */
export const roomWords: ReadonlySet<string> = new Set(wordsOf(rooms));

export const householdWords: ReadonlySet<string> = new Set([
  ...classNouns,
  ...wordsOf([...rooms, ...things]),
]);
