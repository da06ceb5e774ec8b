/** Ways to put a period of an agreement together; results show all three, since contracts differ. Apart from the schema, which no worker needs. */
export const WAYS_TO_SUM = ["contacts", "days", "intervals"] as const;
