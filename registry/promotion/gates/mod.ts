/** The gates: one line each, in the order in which they are told. */

import type { Gate } from "../gate.ts";
import { digests } from "./digests.ts";
import { driftProfile } from "./drift_profile.ts";
import { evaluation } from "./evaluation.ts";
import { latency } from "./latency.ts";
import { mlmodel } from "./mlmodel.ts";
import { parity } from "./parity.ts";
import { signature } from "./signature.ts";
import { size } from "./size.ts";

/** Every gate. */
export const gates: readonly Gate[] = [
  mlmodel,
  digests,
  driftProfile,
  parity,
  size,
  latency,
  signature,
  evaluation,
];
