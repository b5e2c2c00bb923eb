import { negativeExponential } from "./negative_exponential.ts";

const numbers = Float64Array.from({ length: 10_000 }, (_, i) => i / 1000);
const results = new Float64Array(numbers.length);

Deno.bench({
  name: "Math.exp of 10,000 numbers",
  group: "exponential",
  baseline: true,
  fn() {
    for (let i = 0; i < numbers.length; i++) results[i] = Math.exp(-numbers[i]);
  },
});

Deno.bench({
  name: "negativeExponential() of 10,000 numbers",
  group: "exponential",
  fn() {
    for (let i = 0; i < numbers.length; i++) results[i] = negativeExponential(numbers[i]);
  },
});
