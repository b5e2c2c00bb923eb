/** The change detectors: one line each. */

import { adwin } from "./adwin.ts";
import { cusum } from "./cusum.ts";
import { pageHinkley } from "./page_hinkley.ts";

/** What makes every change detector, by its name. */
export const changeDetectors = {
  cusum,
  page_hinkley: pageHinkley,
  adwin,
} as const;

/** The name of a change detector. */
export type ChangeDetectorName = keyof typeof changeDetectors;
