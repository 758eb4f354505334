/** What the agent sees of the home; acting goes through the door alone. */
import type { HomeModel } from '../../home/model/home-model.ts';
import type { HomeStatus } from '../../home/model/home-status.ts';

export type HomeView = {
  /** The newest version. */
  model(): HomeModel;
  status(): HomeStatus;
};
