/** A model must answer in the time that callers have. */

import { atMost, type Gate } from "../gate.ts";

/** The gate `latency`: a batch was scored in time on the machine that trained the version. */
export const latency: Gate = {
  name: "latency",
  kind: "fitness",
  check: ({ candidate: { scoringMs } }, { maxScoringMs }) => [
    atMost("milliseconds to score 1000 rows", scoringMs, maxScoringMs),
  ],
};
