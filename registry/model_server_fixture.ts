/** What interop tests share: `mlflow models serve` over one model. */

import { dirname } from "node:path";
import { freePort, withProgram } from "./served_program_fixture.ts";
import { mlflowEnvironment } from "./tracking_server_fixture.ts";

/** A model and what serves it. */
export interface ModelPlace {
  /** A Python that has MLflow. */
  readonly python: string;
  /** Where programs are looked for, as in the variable PATH. */
  readonly path: string;
  /** URI or folder of the model. */
  readonly modelUri: string;
  /** Variables beside those of every program of MLflow's. @default {{}} */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Serves a model by `mlflow models serve` for as long as `use` takes.
 *
 * @throws {RangeError} When it ends, or gives no answer within two minutes.
 */
export async function withModelServer(
  { python, path, modelUri, env = {} }: ModelPlace,
  use: (address: string) => Promise<void>,
): Promise<void> {
  const address = `http://127.0.0.1:${freePort()}`;
  const args = [
    ...["-m", "mlflow", "models", "serve", "--model-uri", modelUri, "--env-manager", "local"],
    ...["--host", "127.0.0.1", "--port", new URL(address).port],
  ];
  await withProgram(
    {
      program: python,
      args,
      // MLflow looks for uvicorn among the programs.
      env: { ...mlflowEnvironment, PATH: `${dirname(python)}:${path}`, ...env },
      health: `${address}/ping`,
    },
    () => use(address),
  );
}
