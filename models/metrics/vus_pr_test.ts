import { checkMeanVolume } from "./mean_volume_fixture.ts";
import { vusPrMetric } from "./vus_pr.ts";

Deno.test("vusPr() is the mean of the volumes of the meters, whose series do not touch", () =>
  checkMeanVolume(vusPrMetric, "pr"));
