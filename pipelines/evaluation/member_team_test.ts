import assert from "node:assert/strict";
import { calibrate, fitCalibration, random } from "../../models/mod.ts";
import { memberTeam, withoutMember } from "./member_team.ts";

const draw = random(4);
const members = ["a", "b", "c"].map((name) => {
  const [usual, labelled, judged] = [50, 8, 5].map((rows) =>
    Float64Array.from({ length: rows }, draw)
  );
  return { name, raw: { usual, labelled, judged } };
});

Deno.test("memberTeam() lays calibrated scores side by side, row by row", () => {
  const team = memberTeam(members);
  assert.deepEqual(team.names, ["a", "b", "c"]);
  for (const side of ["usual", "labelled", "judged"] as const) {
    const { rows, values } = team[side];
    assert.equal(rows, members[0].raw[side].length);
    members.forEach(({ raw }, m) => {
      const own = calibrate(fitCalibration(raw.usual), raw[side]);
      assert.deepEqual(values.filter((_, at) => at % 3 === m), own);
    });
  }
});

Deno.test("withoutMember() leaves what the others say as it was", () => {
  const team = memberTeam(members);
  for (const left of members.keys()) {
    const others = members.filter((_, m) => m !== left);
    assert.deepEqual(withoutMember(team, left), memberTeam(others));
  }
});
