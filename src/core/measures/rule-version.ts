/** Version of the counting rules (measures.md "Counting rules"); goes with every figure through its configuration. */
export const RULE_VERSION = 2;
