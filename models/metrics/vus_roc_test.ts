import { checkMeanVolume } from "./mean_volume_fixture.ts";
import { vusRocMetric } from "./vus_roc.ts";

Deno.test("vusRoc() is the mean of the volumes of the meters, whose series do not touch", () =>
  checkMeanVolume(vusRocMetric, "roc"));
