/** What interop tests share: our tracking server and MLflow's own, each on a port of its own. */

import { join } from "node:path";
import { freePort, withProgram } from "./served_program_fixture.ts";
import { createTrackingApp, openTrackingStore } from "./tracking_server/mod.ts";

/** Where a test's server keeps its things, and what it needs to start. */
export interface ServerPlace {
  /** Empty directory for the database and the artifacts. */
  readonly home: string;
  /** A Python that has MLflow; MLflow's own server alone asks for it. */
  readonly python: string;
  /** The clock, in epoch milliseconds; ours alone asks for it. */
  readonly now: () => number;
  /**
   * More flags of `mlflow server`; MLflow's own alone takes them.
   * @default {[]}
   */
  readonly flags?: readonly string[];
}

/** Runs `use` against a server that lives as long. */
export type WithServer = (
  place: ServerPlace,
  use: (address: string) => Promise<void>,
) => Promise<void>;

/**
 * What MLflow's programs are run with: one repeat of a failed request, nothing sent home, and no
 * workers for jobs of language models.
 */
export const mlflowEnvironment = {
  MLFLOW_HTTP_REQUEST_MAX_RETRIES: "1",
  MLFLOW_DISABLE_TELEMETRY: "true",
  MLFLOW_SERVER_ENABLE_JOB_EXECUTION: "false",
  GIT_PYTHON_REFRESH: "quiet",
} as const;

/**
 * Serves a new store of ours over HTTP for as long as `use` takes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const place = { home: await Deno.makeTempDir(), python: "", now: () => 0 };
 * await withOurServer(place, async (address) => {
 *   assert.equal(await (await fetch(`${address}/health`)).text(), "OK");
 * });
 * ```
 */
export async function withOurServer(
  { home, now }: Pick<ServerPlace, "home" | "now">,
  use: (address: string) => Promise<void>,
): Promise<void> {
  using store = openTrackingStore({ home, now });
  const app = createTrackingApp({ store });
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, app.fetch);
  try {
    await use(`http://127.0.0.1:${server.addr.port}`);
  } finally {
    await server.shutdown();
  }
}

/**
 * Runs `mlflow server` over SQLite and served artifacts for as long as `use` takes.
 *
 * @throws {RangeError} When it ends, or gives no answer within two minutes.
 */
export async function withMlflowServer(
  { home, python, flags = [] }: Omit<ServerPlace, "now">,
  use: (address: string) => Promise<void>,
): Promise<void> {
  const address = `http://127.0.0.1:${freePort()}`;
  const args = [
    ...["-m", "mlflow", "server", "--host", "127.0.0.1", "--port", new URL(address).port],
    ...["--workers", "1", "--serve-artifacts"],
    ...["--backend-store-uri", `sqlite:///${join(home, "mlflow.db")}`],
    ...["--artifacts-destination", join(home, "artifacts")],
    ...flags,
  ];
  const health = `${address}/health`;
  await withProgram({ program: python, args, env: mlflowEnvironment, health }, () => use(address));
}

/** Both servers by what a test's name calls them. */
export const trackingServers: Readonly<Record<string, WithServer>> = {
  "the embedded server": withOurServer,
  "MLflow's own server": withMlflowServer,
};
