/** The model card: what a model is, what it was trained on, how well it does. */
import type { CombinerState } from "../../models/mod.ts";
import { featureColumns, leafViews } from "../features/mod.ts";
import { evaluationTable } from "./evaluation_table.ts";
import type { TrainingFacts } from "./register_model.ts";

/** The card of a trained model, in Markdown. */
export function modelCard(facts: TrainingFacts): string {
  const { evaluation, trained } = facts;
  const combiner = trained.ensemble.combiner.toJSON() as CombinerState;
  const faults = Object.entries(evaluation.faults).map(([name, n]) => `${n} ${name}`).join(", ");
  const leftOut = evaluation.meters_left_out;
  return `# ${facts.name}

Scores every hour of an electricity meter by how unusual it is: the calibrated scores of
${trained.session.members.join(", ")}, combined by the rule ${combiner.kind}. A
score at or above ${trained.threshold.toFixed(4)} is labelled 1; that threshold
${evaluation.threshold_rule}.

## Data

Dataset ${facts.dataset}, digest ${facts.datasetDigest}. Meters were split into training,
validation and test meters; no meter is in two groups. The only labels are those of faults
injected into the series of training and validation meters.

${Object.entries(facts.params).map(([name, value]) => `- ${name}: ${value}`).join("\n")}

## Input

${trained.session.columns.length} of the ${featureColumns(facts.views).length} features of the views
${
    leafViews(facts.views).map(({ name }) => name).join(" and ")
  }, which are packed as SQL in the folder \`features\`:
${trained.session.columns.join(", ")}. Missing values (NaN) are allowed. Only the hour itself and
earlier ones count. Drift is watched in all features.

## How well it does

Labels: ${evaluation.labels}. ${evaluation.rows} hours of ${evaluation.meters.length} test meters,
${evaluation.anomalous_rows} of them anomalous (${faults}). No point adjustment.${
    leftOut.length === 0 ? "" : ` Left out, as they cannot carry faults: ${leftOut.join(", ")}.`
  }

${evaluationTable(evaluation)}

The scores of the ONNX file and of the detectors it was made of differ by at most
${trained.parityMaxAbsDiff.toExponential(1)}.
`;
}
