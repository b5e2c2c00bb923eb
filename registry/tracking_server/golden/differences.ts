/** Where our answers differ from MLflow's on purpose. */
export const differences: Record<string, Record<string, unknown>> = {};
