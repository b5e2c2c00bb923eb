/** The first question to a model: the input example of its own package. */
import { z } from "zod";
import { matrix } from "../../models/mod.ts";
import type { ScoringSession } from "../../models/onnx/session.ts";

/** What pandas writes in the orientation `split`; null stands for a missing value. */
const schema = z.object({
  columns: z.array(z.string()).min(1),
  data: z.array(z.array(z.number().nullable())).min(1),
});

/**
 * Scores the example, and refuses a model that gives anything but a finite score in [0, 1] for each
 * row.
 *
 * @param example `input_example.json` of the package.
 * @throws {SyntaxError} When the example is no table of numbers.
 * @throws {TypeError} When its columns are not those of the model.
 * @throws {RangeError} When a score is missing, not finite or outside [0, 1].
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openScoredHostel } from "../scored_hostel_fixture.ts";
 * await using hostel = await openScoredHostel();
 * const columns = ["residual_week", "hour"];
 * await answerExample(hostel.model.session, { columns, data: [[0.5, 13], [null, 14]] });
 * await assert.rejects(answerExample(hostel.model.session, { columns, data: [] }), SyntaxError);
 * ```
 */
export async function answerExample(
  session: Pick<ScoringSession, "score" | "members">,
  example: unknown,
): Promise<void> {
  const { success, data: read } = schema.safeParse(example);
  if (!success || read.data.some((row) => row.length !== read.columns.length)) {
    throw new SyntaxError("Cannot read the input example: expected a table of numbers");
  }
  const rows = read.data.length;
  const x = matrix(read.columns, read.data.flat().map((value) => value ?? NaN));
  const { score, label, memberScores } = await session.score(x);
  const whole = score.length === rows && label.length === rows &&
    memberScores.length === rows * session.members.length;
  const odd = [...score, ...memberScores].find((value) => !(value >= 0 && value <= 1));
  if (whole && odd === undefined) return;
  throw new RangeError(
    `Cannot serve the model as its input example must get ${rows} scores from 0 to 1: ` +
      `current value is ${odd ?? `${score.length} scores`}`,
  );
}
