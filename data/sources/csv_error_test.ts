import assert from "node:assert/strict";
import { openDatabase } from "../duckdb/mod.ts";
import { sqlFile } from "../sql_file.ts";
import { explainCsvError } from "./csv_error.ts";

/** What is said of a file of these bytes, without its path. */
async function complaint(bytes: Uint8Array): Promise<string> {
  const file = await Deno.makeTempFile({ suffix: ".csv" });
  await Deno.writeFile(file, bytes);
  await using db = await openDatabase({ threads: 1 });
  const reading = db.rows(`FROM read_csv(${sqlFile(file)}, auto_detect = false, delim = ',',
    quote = '"', escape = '"', header = true, columns = {a: 'VARCHAR', b: 'VARCHAR'})`);
  const error = await reading.then(() => undefined, (error) => error);
  const explained = explainCsvError(error, file);
  assert.ok(explained instanceof SyntaxError);
  assert.equal(explained.cause, error);
  await Deno.remove(file);
  return explained.message.replace(file, "a.csv");
}

Deno.test("explainCsvError() names file and line of what DuckDB cannot read", async () => {
  const text = new TextEncoder();
  assert.deepEqual(
    [
      await complaint(text.encode("a,b\n1,2\n1\n")),
      await complaint(text.encode("a,b\n1,2\n1,2\n1,2,3\n")),
      await complaint(text.encode('a,b\n1,2\n"1,2\n')),
      await complaint(Uint8Array.of(...text.encode("a,b\n1,2\n"), 0xe9, ...text.encode(",2\n"))),
      await complaint(text.encode("a,b\r\n1,2\n1,2\r\n")),
    ],
    [
      "Cannot read line 3 of a.csv: expected 2 columns as in its header, got 1",
      "Cannot read line 4 of a.csv: expected 2 columns as in its header, got 3",
      "Cannot read line 3 of a.csv: a quote is not closed",
      "Cannot read line 3 of a.csv: the text is not UTF-8",
      "Cannot read a.csv: its lines must all end alike and its quotes must close",
    ],
  );
});

Deno.test("explainCsvError() leaves other errors alone", () => {
  for (const error of [new Error("Out of Memory"), new RangeError("Cannot find column"), "text"]) {
    assert.equal(explainCsvError(error, "a.csv"), error);
  }
});
