import assert from "node:assert/strict";
import type { RegistryClient } from "../../registry/mod.ts";
import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
import { listVersions } from "./list_versions.ts";
import { startVersion } from "./log_version.ts";

Deno.test("listVersions() tells the runs of one notebook, newest first", async () => {
  await withRuns(["01_a", "02_b", "01_a", "01_a_more"], async (client) => {
    for (const name of ["01_a", "notebooks/01_a.ipynb"]) {
      const versions = await listVersions(client, name);
      assert.deepEqual(
        versions.map(({ notebook, startedAt }) => [notebook, Date.parse(startedAt)]),
        [["01_a", 3000], ["01_a", 1000]],
      );
    }
    assert.equal((await listVersions(client, "02")).length, 1);
  });
});

Deno.test("listVersions() names the notebooks there are when none or several are meant", async () => {
  await withRuns(["01_a", "01_b"], async (client) => {
    await assert.rejects(listVersions(client, "01"), {
      name: "RangeError",
      message: /: 2 do of \[01_a, 01_b\]$/,
    });
  });
  await withRuns([], async (client) => {
    await assert.rejects(listVersions(client, "01"), { message: /: 0 do of \[\]$/ });
  });
});

/** A tracking server with a run of each name, a second apart. */
async function withRuns(
  names: readonly string[],
  use: (client: RegistryClient) => Promise<void>,
): Promise<void> {
  const home = await Deno.makeTempDir();
  {
    using tracking = openEmbeddedTracking({ home, now: () => 0 });
    const source = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
    for (const [i, name] of names.entries()) {
      const start = { name, source, params: {}, kernel: "deno 1.2.3" };
      await startVersion(tracking.client, start, () => 1000 * (i + 1));
    }
    await use(tracking.client);
  }
  await Deno.remove(home, { recursive: true });
}
