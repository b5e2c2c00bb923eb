/** When to come again after a refusal that is nobody's fault. */

/** A request of usual size takes far less than this second. */
export const RETRY_AFTER: Readonly<Record<string, string>> = { "retry-after": "1" };
