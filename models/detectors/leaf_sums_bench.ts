import { matrix } from "../matrix.ts";
import { random } from "../random.ts";
import { compileForest } from "./forest.ts";
import { growIsolationTree } from "./isolation_tree.ts";
import { leafSums } from "./leaf_sums.ts";

const COLUMNS = Array.from({ length: 16 }, (_, column) => `column_${column}`);
const draw = random(1);

function bells(rows: number) {
  const values = Float32Array.from({ length: rows * COLUMNS.length }, () => draw() + draw() - 1);
  return matrix(COLUMNS, values);
}

const trees = Array.from({ length: 100 }, () => growIsolationTree(bells(256), draw));
const forest = compileForest(trees);
const rows = bells(2 ** 16);

Deno.bench({
  name: "65,536 rows through 100 trees, eight abreast",
  group: "leaf sums",
  baseline: true,
  n: 10,
  fn: () => void leafSums({ ...forest, masks: () => undefined }, rows, 0),
});

Deno.bench({
  name: "65,536 rows through 100 trees, by masks of 512",
  group: "leaf sums",
  n: 10,
  fn: () => void leafSums(forest, rows, 0),
});
