/** The ONNX graph builder: nodes and constants as plain data, in the order they were added. */

/** Element types a tensor of a Wattbook graph may have. */
export type ElementType = "float32" | "float64" | "int64";

/** A constant of the graph: a dense tensor with its values row-major. */
export interface Initializer {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly number[];
  readonly values: Float32Array | Float64Array | BigInt64Array;
}

/** A node attribute; the key says the ONNX attribute type, which JavaScript numbers do not. */
export type Attribute =
  | { readonly int: number }
  | { readonly ints: readonly number[] }
  | { readonly floats: readonly number[] }
  | { readonly string: string }
  | { readonly strings: readonly string[] }
  | { readonly type: ElementType };

/** One operator call. */
export interface GraphNode {
  readonly op: string;
  /** Operator set: `""` is `ai.onnx`, the other one in use is `ai.onnx.ml`. */
  readonly domain: string;
  readonly inputs: readonly string[];
  /** At least one; most operators have no more. */
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** A named input or output; a dimension is a size or a symbol such as `"N"`. */
export interface GraphValue {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly (number | string)[];
}

/** Where a node's operator comes from and how its output is called. */
export interface NodeOptions {
  /** Operator set. @default {""} that is, `ai.onnx` */
  readonly domain?: string;
  /** Output name. @default {a fresh name made of the operator and a counter} */
  readonly output?: string;
}

/**
 * A graph under construction. Names are the operator (or `constant`) and a counter, so the same
 * calls always give the same graph.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const graph = new OnnxGraph();
 * const x = graph.input("x", "float64", ["N", 1]);
 * const doubled = graph.node("Mul", [x, graph.double(2)]);
 * graph.output(doubled, "float64", ["N", 1]);
 * assert.deepEqual(graph.nodes[0].inputs, ["x", "constant_0"]);
 * assert.equal(doubled, "mul_0");
 * ```
 */
export class OnnxGraph {
  readonly #nodes: GraphNode[] = [];
  readonly #initializers: Initializer[] = [];
  readonly #inputs: GraphValue[] = [];
  readonly #outputs: GraphValue[] = [];
  readonly #names = new Set<string>();

  /** Nodes in the order they were added, which is an order of computation. */
  get nodes(): readonly GraphNode[] {
    return this.#nodes;
  }

  /** Constants in the order they were added. */
  get initializers(): readonly Initializer[] {
    return this.#initializers;
  }

  /** Inputs in order. */
  get inputs(): readonly GraphValue[] {
    return this.#inputs;
  }

  /** Outputs in order. */
  get outputs(): readonly GraphValue[] {
    return this.#outputs;
  }

  /** Declares an input of the graph and returns its name. */
  input(name: string, type: ElementType, shape: readonly (number | string)[]): string {
    this.#inputs.push({ name: this.#claim(name), type, shape });
    return name;
  }

  /** Declares an existing tensor an output of the graph. */
  output(name: string, type: ElementType, shape: readonly (number | string)[]): void {
    this.#require(name);
    this.#outputs.push({ name, type, shape });
  }

  /**
   * Adds one operator call and returns the name of its output.
   *
   * @throws {RangeError} When an input is not defined yet or the output name is taken.
   */
  node(
    op: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
    { domain = "", output = this.#fresh(op.toLowerCase()) }: NodeOptions = {},
  ): string {
    inputs.forEach((name) => this.#require(name));
    this.#nodes.push({ op, domain, inputs, outputs: [this.#claim(output)], attributes });
    return output;
  }

  /**
   * Adds one call of an `ai.onnx` operator with `count` outputs and returns their names.
   *
   * @throws {RangeError} When an input is not defined yet.
   */
  fork(
    op: string,
    inputs: readonly string[],
    count: number,
    attributes: Readonly<Record<string, Attribute>> = {},
  ): string[] {
    inputs.forEach((name) => this.#require(name));
    const outputs = Array.from({ length: count }, () => this.#claim(this.#fresh(op.toLowerCase())));
    this.#nodes.push({ op, domain: "", inputs, outputs, attributes });
    return outputs;
  }

  /**
   * Adds a double constant: a number is a scalar, a list is a vector unless `shape` says otherwise.
   *
   * @throws {RangeError} When a value is not finite or the values do not fill the shape.
   */
  double(values: number | readonly number[], shape?: readonly number[]): string {
    return this.#constant("float64", values, shape, (list) => Float64Array.from(list));
  }

  /** Adds a float32 constant; as {@linkcode OnnxGraph.double}. */
  float(values: number | readonly number[], shape?: readonly number[]): string {
    return this.#constant("float32", values, shape, (list) => Float32Array.from(list));
  }

  /** Adds an int64 constant of safe integers; as {@linkcode OnnxGraph.double}. */
  int64(values: number | readonly number[], shape?: readonly number[]): string {
    return this.#constant("int64", values, shape, (list) => BigInt64Array.from(list, BigInt));
  }

  #constant(
    type: ElementType,
    values: number | readonly number[],
    shape: readonly number[] = typeof values === "number" ? [] : [values.length],
    pack: (list: readonly number[]) => Initializer["values"],
  ): string {
    const list = typeof values === "number" ? [values] : values;
    // A null from JSON would silently become 0 in a typed array.
    const bad = list.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) {
      throw new RangeError(
        `Cannot store a constant whose values are not all finite: value ${bad} is ${list[bad]}`,
      );
    }
    const size = shape.reduce((product, length) => product * length, 1);
    if (size !== list.length) {
      throw new RangeError(
        `Cannot fill a constant of shape [${shape.join(", ")}] with ${list.length} values`,
      );
    }
    const name = this.#claim(this.#fresh("constant"));
    this.#initializers.push({ name, type, shape, values: pack(list) });
    return name;
  }

  #fresh(stem: string): string {
    let counter = 0;
    while (this.#names.has(`${stem}_${counter}`)) counter++;
    return `${stem}_${counter}`;
  }

  #claim(name: string): string {
    if (this.#names.has(name)) {
      throw new RangeError(`Cannot name two tensors of a graph alike: "${name}" is taken`);
    }
    this.#names.add(name);
    return name;
  }

  #require(name: string): void {
    if (!this.#names.has(name)) {
      throw new RangeError(`Cannot use a tensor before it is defined: "${name}" is unknown`);
    }
  }
}
