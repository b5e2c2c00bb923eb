import assert from "node:assert/strict";
import reference from "../layers/layers_reference.json" with { type: "json" };
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportLstmStep, lstmCellConstants, type LstmCellMemory } from "./lstm_cell.ts";

const { x, kernel, recurrent, bias, y } = reference.lstm;
const units = bias.length / 4;
const inputs = kernel.length / bias.length;
const steps = x.length / inputs;

Deno.test("exportLstmStep() steps through a sequence as NumPy does", async () => {
  const sequence = matrix(x.map((_, at) => `x_${at}`), x);
  for (const unit of [0, units - 1]) {
    const [score] = await exportedScores(sequence, (graph, features) => {
      const constants = lstmCellConstants(
        graph,
        { shape: [inputs, bias.length], values: kernel },
        { shape: [units, bias.length], values: recurrent },
        { shape: [bias.length], values: bias },
      );
      let memory: LstmCellMemory | undefined;
      for (let step = 0; step < steps; step++) {
        const at = Array.from({ length: inputs }, (_, i) => step * inputs + i);
        const input = graph.node("Gather", [features, graph.int64(at)], { axis: { int: 1 } });
        memory = exportLstmStep(graph, input, constants, memory);
      }
      assert.ok(memory);
      return graph.node("Gather", [memory.output, graph.int64([unit])], { axis: { int: 1 } });
    });
    const expected = y[(steps - 1) * units + unit];
    assert.ok(Math.abs(score - expected) < 1e-5, `unit ${unit} is ${score}, not ${expected}`);
  }
});
