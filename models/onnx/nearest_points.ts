/** The nearest of known points as ONNX, shared by the detectors that look at neighbours. */
import type { OnnxGraph } from "./graph.ts";
import { squaredNorm } from "./squared_norm.ts";

/** Points compared at a time: so many doubles a row is all that the comparison holds. */
const BLOCK_POINTS = 4096;

/** Names of two `[N, k]` tensors, the nearest point first. */
export interface NearestPoints {
  /** DOUBLE. */
  readonly squaredDistances: string;
  /** INT64, places in the list of points. */
  readonly places: string;
}

/**
 * Adds the `k` nearest points of each row, among points equally far those that come first in the
 * list.
 *
 * A matrix product ranks the points by `|p|² − 2 z·p`, which leaves an error near 1e-10 for values
 * within ±100. So it only names `2k` candidates; their distances are taken anew from the differences,
 * summed column after column as the detectors do, and decide. Only where more than `k` further
 * points lie within that error of the `k`-th may another one of them be taken.
 *
 * Memory per row: 8 bytes for each point, of at most 4096, and about 50 for each of the `2k`
 * candidates and column.
 *
 * @param rows DOUBLE `[N, F]` tensor.
 * @param points At least `k`, each of F finite values.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const rows = graph.input("rows", "float64", ["N", 1]);
 * const { squaredDistances } = exportNearestPoints(graph, rows, [[0], [1], [5]], 2);
 * assert.ok(graph.nodes.some(({ op, outputs }) => op === "TopK" && outputs[0] === squaredDistances));
 * ```
 */
export function exportNearestPoints(
  graph: OnnxGraph,
  rows: string,
  points: readonly (readonly number[])[],
  k: number,
): NearestPoints {
  const width = points[0].length;
  const candidates = exportCandidates(graph, rows, points, Math.min(2 * k, points.length));
  const table = graph.double(points.flat(), [points.length, width]);
  const row = graph.node("Unsqueeze", [rows, graph.int64([1])]);
  const difference = graph.node("Sub", [row, graph.node("Gather", [table, candidates])]);
  const squares = graph.node("Mul", [difference, difference]);
  // A running sum adds in order; a plain one may not, and equal distances would come out unequal.
  const sums = graph.node("CumSum", [squares, graph.int64(2)]);
  const distances = graph.node("Gather", [sums, graph.int64(width - 1)], { axis: { int: 2 } });
  const [squaredDistances, positions] = exportLeast(graph, distances, k);
  const places = graph.node("GatherElements", [candidates, positions], { axis: { int: 1 } });
  return { squaredDistances, places };
}

/** The places of the `count` points that the matrix product ranks first, in ascending order. */
function exportCandidates(
  graph: OnnxGraph,
  rows: string,
  points: readonly (readonly number[])[],
  count: number,
): string {
  const blocks: { values: string; places: string }[] = [];
  for (let start = 0; start < points.length; start += BLOCK_POINTS) {
    const block = points.slice(start, start + BLOCK_POINTS);
    const shape = [block.length, block[0].length];
    const crossed = graph.node("Gemm", [
      rows,
      graph.double(block.flatMap((point) => point.map((value) => -2 * value)), shape),
      graph.double(block.map(squaredNorm)),
    ], { transB: { int: 1 } });
    const [values, positions] = exportLeast(graph, crossed, Math.min(count, block.length));
    const places = start === 0 ? positions : graph.node("Add", [positions, graph.int64(start)]);
    blocks.push({ values, places });
  }
  const places = blocks.length === 1 ? blocks[0].places : exportBestOf(graph, blocks, count);
  // In ascending order, so that the first of equal distances is the first in the list.
  return exportLeast(graph, places, count)[0];
}

function exportBestOf(
  graph: OnnxGraph,
  blocks: readonly { values: string; places: string }[],
  count: number,
): string {
  const axis = { axis: { int: 1 } };
  const values = graph.node("Concat", blocks.map((block) => block.values), axis);
  const places = graph.node("Concat", blocks.map((block) => block.places), axis);
  const [, positions] = exportLeast(graph, values, count);
  return graph.node("GatherElements", [places, positions], axis);
}

/** The `count` least values of each row in ascending order, and where they stand. */
function exportLeast(graph: OnnxGraph, values: string, count: number): string[] {
  return graph.fork("TopK", [values, graph.int64([count])], 2, { largest: { int: 0 } });
}
