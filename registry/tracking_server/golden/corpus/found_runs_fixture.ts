/** Runs that the searches of the corpus look for. */

import { asking, type Exchange } from "../exchange.ts";

const create = asking("POST", "runs/create");
const batch = asking("POST", "runs/log-batch");

/** Makes an experiment, kept as `id`, with the runs a, b and c. */
export function foundRuns(experiment: string): Exchange[] {
  const start = (name: string, start_time: number, user_id: string) =>
    create(`${name} in ${experiment}`, {
      experiment_id: "<id>",
      run_name: name,
      start_time,
      user_id,
    }, {
      [name]: "run.info.run_id",
    });
  return [
    asking("POST", "experiments/create")(experiment, { name: experiment }, { id: "experiment_id" }),
    start("a", 1000, "ada"),
    start("b", 2000, "bob"),
    start("c", 3000, ""),
    batch("data of a", {
      run_id: "<a>",
      metrics: [
        { key: "auc", value: 0.5, timestamp: 1 },
        { key: "val/loss", value: -1, timestamp: 1 },
        { key: "my metric", value: 10, timestamp: 1 },
      ],
      params: [{ key: "trees", value: "100" }, { key: "kind", value: "Forest" }],
      tags: [{ key: "team", value: "grid" }, { key: "my tag", value: "x" }],
    }),
    batch("data of b", {
      run_id: "<b>",
      metrics: [{ key: "auc", value: 0.75, timestamp: 1 }, {
        key: "nan",
        value: "NaN",
        timestamp: 1,
      }],
      params: [{ key: "trees", value: "50" }, { key: "empty", value: "" }],
      tags: [{ key: "team", value: "heat" }, { key: "dotted.key", value: "it's" }],
    }),
    asking("POST", "runs/update")("end of b", {
      run_id: "<b>",
      status: "FINISHED",
      end_time: 5000,
    }),
    asking("POST", "runs/log-inputs")("data set of a", {
      run_id: "<a>",
      datasets: [{
        dataset: { name: "meters", digest: "d1", source_type: "local", source: "{}" },
        tags: [{ key: "mlflow.data.context", value: "training" }],
      }],
    }),
  ];
}
