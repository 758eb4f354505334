/** How a voice satellite of Home Assistant is set to hear the end of a sentence. */
export type SatelliteSetting = {
  /** The select entity; there is one per satellite. */
  readonly entityId: string;
  /** As the household calls the satellite; personal. */
  readonly name: string;
  /** `default` (0.7 s of silence), `relaxed` (1.25 s), `aggressive` (0.25 s), or what a newer core calls it. */
  readonly detection: string;
};
