import assert from "node:assert/strict";
import { parseCommand } from "../command.ts";
import { chooseSource, DATA_OPTIONS } from "./data_options.ts";

function choose(...args: string[]) {
  const { options } = parseCommand({ name: "train", summary: "", options: DATA_OPTIONS }, args);
  return chooseSource(options, 7);
}

Deno.test("chooseSource() takes the Cambridge buildings where nothing is named", () => {
  assert.equal(choose().name, "cambridge-estates");
});

Deno.test("chooseSource() simulates as many days as asked for, by the seed", () => {
  const source = choose("--dataset", "synthetic-hostel", "--days", "30");
  assert.equal(source.title, "Simulated hostel, 30 days, seed 7");
});

Deno.test("chooseSource() simulates two years where no days are named", () => {
  assert.equal(choose("--dataset", "synthetic-hostel").title, "Simulated hostel, 730 days, seed 7");
});

Deno.test("chooseSource() refuses days of anything but the simulated hostel", () => {
  const refusal = {
    name: "UsageError",
    message: "Cannot use --days without --dataset synthetic-hostel",
  };
  assert.throws(() => choose("--days", "30"), refusal);
  assert.throws(() => choose("--days", "30", "--file", "a.csv"), refusal);
  assert.throws(
    () => choose("--days", "30", "--file", "a.csv", "--dataset", "synthetic-hostel"),
    refusal,
  );
});

Deno.test("chooseSource() names a file's dataset after the file, or as told", () => {
  assert.equal(choose("--file", "rooms/North Wing.csv").name, "north-wing");
  assert.equal(choose("--file", "rooms/a.csv", "--dataset", "hostel").name, "hostel");
});

Deno.test("chooseSource() refuses an unknown dataset", () => {
  assert.throws(() => choose("--dataset", "oxford"), {
    name: "UsageError",
    message:
      'Cannot find dataset "oxford": expected cambridge-estates, synthetic-hostel or --file FILE',
  });
});
