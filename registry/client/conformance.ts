/**
 * What the client and a tracking server are to one another: cases with known values that cover
 * every function of the client, to be run once against a new server of any make.
 */

import { artifactCases } from "./artifact_conformance.ts";
import type { RegistryClient } from "./client.ts";
import { registryCases } from "./registry_conformance.ts";
import { trackingCases } from "./tracking_conformance.ts";

/** Rejects when the server behind the client does not behave as the case says. */
export type ClientCase = (client: RegistryClient) => Promise<void>;

/** All cases, each with names of its own, so that they can share a server. */
export const clientCases: Readonly<Record<string, ClientCase>> = {
  ...trackingCases,
  ...artifactCases,
  ...registryCases,
};
