import { asRecords, testInputForm } from "./conformance.ts";
import { instances } from "./instances.ts";

testInputForm(instances, asRecords);
