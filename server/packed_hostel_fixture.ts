/** The model of the tests as the package that is logged for it, on disk. */
import { dirname, join } from "node:path";
import { ensembleToOnnx } from "../models/mod.ts";
import { packageFiles } from "../registry/mod.ts";
import type { HostelDeps } from "./hostel_deps_fixture.ts";

/**
 * Writes the package of the hostel's model into a folder, which MLflow loads as a model.
 *
 * @param folder Where its files go.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { hostelDeps } from "./hostel_deps_fixture.ts";
 * await using deps = await hostelDeps();
 * const folder = await Deno.makeTempDir();
 * await packHostel(deps, folder);
 * assert.match(await Deno.readTextFile(`${folder}/MLmodel`), /python_function/);
 * ```
 */
export async function packHostel(
  { hostel, model }: Pick<HostelDeps, "hostel" | "model">,
  folder: string,
): Promise<void> {
  const files = packageFiles({
    modelId: `m-${"0".repeat(32)}`,
    runId: model.runId,
    createdAt: 0,
    onnx: ensembleToOnnx(hostel.ensemble, model.threshold),
    columns: model.columns,
    members: model.session.members,
    exampleRows: [[0.5, 13], [NaN, 14]],
    views: Object.fromEntries(model.views.map(({ name, sql }) => [name, sql])),
    referenceProfile: model.profile,
    evaluation: {},
    modelCard: "# Hostel",
  });
  for (const [path, bytes] of files) {
    await Deno.mkdir(dirname(join(folder, path)), { recursive: true });
    await Deno.writeFile(join(folder, path), bytes);
  }
}
