import assert from "node:assert/strict";
import { withClient } from "../../client/client_fixture.ts";
import { logComparedVersions } from "../compared_versions_fixture.ts";
import { compareSides } from "./compare_sides.ts";
import { comparisonMarkdown } from "./comparison_markdown.ts";
import { gatherSide } from "./side.ts";

Deno.test("comparisonMarkdown() tells two logged versions apart", async () => {
  await withClient(async (client) => {
    const [first, second] = await logComparedVersions(client);
    const [a, b] = [
      await gatherSide(client, "energy", "champion"),
      await gatherSide(client, "energy", "2"),
    ];
    const text = comparisonMarkdown(compareSides("energy", a, b));
    // The run ids are chance.
    assert.equal(
      text.replace(first, "RUN 1".padEnd(32)).replace(second, "RUN 2".padEnd(32)),
      EXPECTED,
    );
  });
});

// The digests are those of the texts SELECT 'hour' and SELECT 'hour,kwh', by sha256sum.
const EXPECTED = `# energy: version 1 and version 2

## Sides

Both were judged on the same rows, so that their figures can be compared.

|         | A                                | B                                |
| ------- | -------------------------------- | -------------------------------- |
| version | 1 (champion)                     | 2                                |
| run     | RUN 1                            | RUN 2                            |
| started | 1970-01-01T00:00:00.000Z         | 1970-01-01T00:00:00.000Z         |

## Parameters

1 of 2 differ.

| name | A  | B  |
| ---- | -- | -- |
| seed | 1  | 2  |

## Data and features

2 of 6 differ.

| name                         | A            | B            |
| ---------------------------- | ------------ | ------------ |
| feature version              | v1           | v2           |
| features/2_energy_hourly.sql | 90e4b9d0b85f | 123adaa2f43e |

## Code

1 of 1 differ.

| name       | A      | B      |
| ---------- | ------ | ------ |
| git commit | c0ffee | decade |

## Metrics

2 of 3 differ.

| name                     |   A |     B |  B − A |
| ------------------------ | --: | ----: | -----: |
| ensemble.event_f1        | 0.5 | 0.375 | -0.125 |
| scoring_ms_per_1000_rows |   4 |     6 |     +2 |

## Detectors and floors

None is recorded.

## Meters, by the ensemble

version 1 → version 2

| meter |    event_precision |       event_recall |           event_f1 |  average_precision |
| ----- | -----------------: | -----------------: | -----------------: | -----------------: |
| b     | 0.5 → 0.25 (-0.25) | 0.5 → 0.25 (-0.25) | 0.5 → 0.25 (-0.25) | 0.5 → 0.25 (-0.25) |
| a     | 0.25 → 0.5 (+0.25) | 0.25 → 0.5 (+0.25) | 0.25 → 0.5 (+0.25) | 0.25 → 0.5 (+0.25) |`;
