/** What an LSTM expects as ONNX. */
import type { LstmWeight } from "../detectors/lstm_network.ts";
import type { Weights } from "../layers/weight.ts";
import { exportDense } from "./dense.ts";
import type { OnnxGraph } from "./graph.ts";
import { exportLstmStep, lstmCellConstants, type LstmCellMemory } from "./lstm_cell.ts";
import { exportOneStepLater } from "./one_step_later.ts";

/**
 * Adds what each value of a window should be after those before it.
 *
 * The cell is written out step by step in double: the operator LSTM of the native runtime knows
 * float32 alone. The graph has some fifteen nodes a step.
 *
 * @param scaled DOUBLE `[N, width]` tensor, oldest value first.
 * @returns A DOUBLE `[N, width]` tensor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { initialLstm } from "../detectors/lstm_network.ts";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const scaled = graph.input("scaled", "float64", ["N", 2]);
 * exportLstm(graph, scaled, initialLstm(1, () => 0.5), 2);
 * assert.equal(graph.nodes.at(-1)?.op, "Concat");
 * ```
 */
export function exportLstm(
  graph: OnnxGraph,
  scaled: string,
  weights: Weights<LstmWeight>,
  width: number,
): string {
  const { kernel, recurrent, bias, outputKernel, outputBias } = weights;
  const constants = lstmCellConstants(graph, kernel, recurrent, bias);
  const before = exportOneStepLater(graph, scaled, width);
  let memory: LstmCellMemory | undefined;
  const expected = Array.from({ length: width }, (_, step) => {
    const input = graph.node("Gather", [before, graph.int64([step])], { axis: { int: 1 } });
    memory = exportLstmStep(graph, input, constants, memory);
    return exportDense(graph, memory.output, outputKernel, outputBias);
  });
  return graph.node("Concat", expected, { axis: { int: 1 } });
}
