/** MLflow's own server, started to compare with. */

import { join } from "node:path";

const environment = {
  MLFLOW_DISABLE_TELEMETRY: "true",
  GIT_PYTHON_REFRESH: "quiet",
};

/**
 * Starts `mlflow server` over an empty SQLite file on a free port, for as long as `use` takes.
 *
 * @param python Program whose packages hold MLflow.
 * @throws {RangeError} When the server does not answer within a minute.
 */
export async function withMlflowServer(
  python: string,
  use: (address: string) => Promise<void>,
): Promise<void> {
  const home = await Deno.makeTempDir();
  const probe = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const { port } = probe.addr;
  probe.close();
  const server = new Deno.Command(python, {
    args: [
      ...["-m", "mlflow", "server", "--host", "127.0.0.1", "--port", String(port)],
      ...["--workers", "1", "--serve-artifacts"],
      ...["--backend-store-uri", `sqlite:///${join(home, "mlflow.db")}`],
      ...["--artifacts-destination", join(home, "artifacts")],
    ],
    env: environment,
    stdout: "null",
    stderr: "null",
  }).spawn();
  try {
    await untilHealthy(`http://127.0.0.1:${port}`);
    await use(`http://127.0.0.1:${port}`);
  } finally {
    server.kill();
    await server.status;
    await Deno.remove(home, { recursive: true });
  }
}

async function untilHealthy(address: string): Promise<void> {
  for (let attempt = 0; attempt < 240; attempt++) {
    const healthy = await fetch(`${address}/health`).then(
      async (response) => (await response.text()) === "OK",
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new RangeError("Cannot use the MLflow server as it must answer within a minute");
}
