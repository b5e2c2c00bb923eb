/** What a network must say to become a detector. */

import type { Weights, WeightValues } from "../layers/weight.ts";
import type { Graph } from "../neural/mod.ts";
import type { OnnxGraph } from "../onnx/graph.ts";
import type { Scaler } from "./scaler.ts";

/** A network that says what each value of a row should be. */
export interface Network<Name extends string> {
  /** Weights before training, for rows of `width` values. */
  initialWeights(width: number, draw: () => number): Weights<Name>;
  /** The network to train; loads TensorFlow.js. */
  loadGraph(): Promise<Graph<Name>>;
  /** What the values of scaled rows should be, each row by itself. */
  expect(weights: WeightValues<Name>, x: Float64Array, width: number): Float64Array;
  /** The same as ONNX, from and to a DOUBLE `[N, F]` tensor. */
  toOnnx(graph: OnnxGraph, scaled: string, weights: Weights<Name>, width: number): string;
  /** What an error in each column counts, above 0. */
  errorWeights(width: number): readonly number[];
}

/** A fitted network: score = root of the weighted mean of the squared errors, in deviations. */
export interface NetworkState<Kind extends string, Name extends string> {
  readonly kind: Kind;
  readonly columns: readonly string[];
  readonly scaler: Scaler;
  readonly weights: Weights<Name>;
}
