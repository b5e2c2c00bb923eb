/** `/runs/log-model`: models as clients before MLflow 3 log them, in a tag of their run. */

import { longestTag } from "../requests/key_rules.ts";
import { isRecord, requiredText } from "../requests/parameters.ts";
import { readPairs } from "../records/pairs.ts";
import { writeRunTag } from "../records/run_tags.ts";
import { readActiveRun } from "../records/runs.ts";
import { type Json, pythonJson } from "../requests/python_json.ts";
import { TrackingError } from "../tracking_error.ts";
import { defineWrite } from "./define.ts";
import type { Route } from "./route.ts";

const historyTag = "mlflow.log-model.history";
const mandatory = ["artifact_path", "flavors", "utc_time_created", "run_id"];

const logModel = defineWrite({
  method: "POST",
  path: "runs/log-model",
  parameters: { run_id: requiredText, model_json: requiredText },
  answer({ database }, { run_id, model_json }) {
    const model = summary(model_json);
    readActiveRun(database, run_id);
    const before = readPairs(database, "tags", [run_id]).find(({ key }) => key === historyTag);
    const history: Json[] = before === undefined ? [] : JSON.parse(before.value);
    const value = pythonJson([...history, model]);
    if (value.length > longestTag) {
      throw refusal(
        `'value' exceeds the maximum length of ${longestTag} characters: current length is ${value.length}`,
      );
    }
    writeRunTag(database, run_id, { key: historyTag, value });
    return {};
  },
});

/** The endpoint that notes a model of a run. */
export const runModelRoutes: readonly Route[] = [logModel];

/** What the tag keeps of a model: not its signature, nor the settings of its flavors. */
function summary(text: string): Json {
  const model = parsed(text);
  const missing = mandatory.filter((name) => !(name in model));
  if (missing.length > 0) {
    const names = missing.map((name) => `'${name}'`).join(", ");
    throw refusal(`Model json is missing mandatory fields: {${names}}`);
  }
  const { run_id, utc_time_created, artifact_path, model_uuid = null, flavors } = model;
  const kept = Object.entries(isRecord(flavors) ? flavors : {}).map(([flavor, settings]) => {
    if (!isRecord(settings)) return [flavor, settings];
    const { config: _hidden, ...shown } = settings;
    return [flavor, shown];
  });
  return {
    artifact_path,
    run_id,
    utc_time_created,
    model_uuid,
    flavors: Object.fromEntries(kept),
  } as Json;
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const model: unknown = JSON.parse(text);
    if (isRecord(model)) return model;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw refusal(`Malformed model info. \n ${text} \n is not a valid JSON.`);
}

function refusal(message: string): TrackingError {
  return new TrackingError("INVALID_PARAMETER_VALUE", message);
}
