import assert from "node:assert/strict";
import { firstBatch, type LogEntry } from "./log_entries.ts";

function metrics(count: number): LogEntry[] {
  return Array.from({ length: count }, (_, step) => ({
    kind: "metric",
    metric: { key: "loss", value: 0, timestamp: 0, step },
  }));
}

function pairs(kind: "param" | "tag", count: number): LogEntry[] {
  return Array.from({ length: count }, (_, i) => ({ kind, key: `k${i}`, value: "v" }));
}

function counts(...entries: LogEntry[]): number[] {
  const found: number[] = [];
  for (let rest = entries; rest.length > 0;) {
    const { count } = firstBatch(rest);
    found.push(count);
    rest = rest.slice(count);
  }
  return found;
}

Deno.test("firstBatch() keeps MLflow's limits of 1000 in all, 100 parameters and 100 tags", () => {
  assert.deepEqual(counts(...metrics(2001)), [1000, 1000, 1]);
  assert.deepEqual(counts(...pairs("param", 201), ...pairs("tag", 150)), [100, 100, 101, 50]);
  const mixed = [...pairs("param", 100), ...pairs("tag", 100), ...metrics(801)];
  assert.deepEqual(counts(...mixed), [1000, 1]);
});

Deno.test("firstBatch() leaves two values of a parameter to the server, and the last one of a tag", () => {
  const value = (kind: "param" | "tag", value: string): LogEntry => ({ kind, key: "k", value });
  assert.deepEqual(counts(value("param", "1"), value("param", "1"), value("param", "2")), [2, 1]);
  const { batch, count } = firstBatch([value("tag", "1"), value("tag", "2")]);
  assert.deepEqual([batch.tags, count], [{ k: "2" }, 2]);
});
