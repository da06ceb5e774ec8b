// Which column of an export is which, by the names that telephone systems and councils give them.

/** What a column may be. Counts, lengths of time (seconds), shares, moments, and words. */
export const COLUMNS = {
  date: "the day, or the month", time: "the time of day, or the start of the interval", end: "the end of the interval", year: "the year, beside a month's name",
  type: "the queue, skill or kind of contact", offered: "contacts that tried", answered: "contacts answered, or whether this one was", abandoned: "contacts that hung up, or whether this one did",
  inTime: "contacts answered within the threshold", serviceLevel: "share answered within the threshold", abandonmentRate: "share that hung up", answerRate: "share answered",
  handle: "handle time (talk, hold and wrap-up), its mean in rows of an interval", talk: "talk time", hold: "hold time", wrap: "wrap-up time", handleTotal: "handle time of all contacts of the row in sum",
  agents: "agents on the phone, on average", staffedTime: "time on the phone of all agents in sum",
  wait: "wait, of all contacts or of this one", waitAnswered: "wait of those answered", waitAbandoned: "wait of those who hung up",
  outcome: "what became of the call", queueStart: "when it joined the queue", queueEnd: "when it left the queue", answeredAt: "when it was answered", endedAt: "when it ended",
  key: "an anonymous key of the caller", agent: "who answered; only counted", id: "the call's own number; not used",
} as const;

export type ColumnName = keyof typeof COLUMNS;
export const COLUMN_NAMES = Object.keys(COLUMNS) as ColumnName[]; // keys() widens them to string

export interface Named {
  readonly name: ColumnName;
  /** The smaller, the surer. */
  readonly rank: number;
}

/** "Avg. Handle Time (s)" is "avg handle time". */
export function plainHead(head: string): string {
  return head.replace(/^\ufeff/, "").replace(/([a-z\d])([A-Z])/g, "$1 $2").toLowerCase().replace(/%/g, " percent ").replace(/#/g, " number ")
    .replace(/[([](?:hh?:)?(?:mm?:ss?|hh?:mm?|secs?|seconds?|s|mins?|minutes?|m|ms|milliseconds|hours?|hrs?)[)\]]/g, " ").replace(/[^a-z0-9]+/g, " ").trim()
    .replace(/\b(?:average|mean|av)\b/g, "avg").replace(/\b(?:abandon|abandons|aban|abn|abd|aband|abandonment|abandonments|lost|hangups?|hang ups?|hung up)\b/g, "abandoned").replace(/\bpct\b|\bper cent\b/g, "percent")
    .replace(/\b(?:number of|no of|num of|count of|total number of|total|sum of|sum)\b/g, "").replace(/\bcalls?\b|\bcontacts?\b|\binteractions?\b|\bconversations?\b/g, "call").replace(/\s+/g, " ").trim();
}

/** In order: the first that matches names the column. Those that say null are known and not used. */
const RULES: readonly (readonly [RegExp, ColumnName | null, number])[] = [
  [/\b(?:max|min|maximum|minimum|longest|shortest|median|oldest|forecast|target|percentile|p\d\d|weighting|satisfaction|csat|nps|rating|daily caller|row ?names?|index|unnamed)\b/, null, 0],
  [/\b(?:transfer\w*|outbound|out|conference\w*|consult\w*|internal|voicemails?|callbacks?|ivr|vru time|ring|ringing|bill|park|resolved|dnis|flow|deflected|overflow\w*|busy|engaged)\b/, null, 0],
  [/\b(?:percent|rate|share|proportion|ratio)\b.*\b(?:service level|sl|sla|gos|tsf|pca|within|in time|in target)\b|\b(?:service level|sl|sla|svl|gos|tsf|pca|within|in time|in target)\b.*\b(?:percent|rate|share|proportion)\b/, "serviceLevel", 0],
  [/\b(?:percent|rate|share|proportion|ratio)\b.*abandoned|abandoned.*\b(?:percent|rate|share|proportion|ratio)\b/, "abandonmentRate", 0],
  [/\b(?:percent|rate|share|proportion|ratio)\b.*\b(?:answer(?:ed)?|ans|handled)\b|\b(?:answer(?:ed)?|ans|handled)\b.*\b(?:percent|rate|share|proportion|ratio)\b/, "answerRate", 0],
  [/\b(?:percent|rate|share|proportion)\b/, null, 0],
  [/\b(?:answer(?:ed)?|ans|handled|acceptable|call)\b.*\b(?:within|in time|in sl|in target|in service level|in \d+|under \d+|threshold)\b|^within (?:sl|sla|service level|target|\d+)|^in time$/, "inTime", 0],
  [/\bservice level\b|^(?:sl|sla|svl|gos|tsf|pca)\b|^meets standard$/, "serviceLevel", 1],
  [/^acd call$/, "answered", 0],
  [/\bper (?:pos|position|agent|hour|staff|day)\b/, null, 0],
  [/^(?:q|queue) start|enqueue|queue (?:start|entry|entered|in)\b|queued at|time queued/, "queueStart", 0],
  [/^(?:q|queue) exit|dequeue|queue (?:end|exit|left)\b/, "queueEnd", 0],
  [/^vru exit/, "queueStart", -1],
  [/^vru entry/, "time", 1],
  [/^vru line$|\b(?:call|session|unique|segment|record|interaction|conversation|ucid|transaction) ?(?:id|ref|reference|number|key|guid)\b|^(?:ucid|guid|id|uuid|call)$(?<!^call$)/, "id", 0],
  [/\b(?:ser|service) start|\b(?:connected|connect|pick ?up|answer(?:ed)?)\b.*\b(?:to agent|timestamp|at|date)\b|^(?:call )?answered? time$|^agent (?:start|answered)|^time (?:answered|connected)$/, "answeredAt", 0],
  [/\b(?:ser|service) exit|\b(?:disconnect(?:ed)?|ended|finished|completed|terminated|released|closed)\b.*|^call end(?: (?:time|date))?|^end call/, "endedAt", 0],
  [/\binterval end|\bend interval|^(?:end|to|until|finish|stop)(?: (?:time|date|interval|date time))?$|^period end/, "end", 0],
  [/\bspeed (?:of|to) (?:answer|ans)|\basa\b|avg speed|answer speed|avg (?:queue )?answer(?:ed)?(?: time| delay)?$|\bwait\w*.*\banswered\b|time to answer|answered? (?:wait|delay)|delay to answer/, "waitAnswered", 0],
  [/abandoned.*\b(?:time|delay|wait|waiting|duration|queue)\b|\b(?:time|delay|wait|waiting|duration)\b.*abandoned|^avg abandoned$|\batt?a\b/, "waitAbandoned", 0],
  [/\b(?:total|sum)? ?handle time total|total handle|handle(?:d)? time sum/, "handleTotal", 0],
  [/\baht\b|\bhandl(?:e|ing|ed)\b.*\b(?:time|duration|seconds|secs)\b|^(?:avg )?handl(?:e|ing)$|\btht\b/, "handle", 0],
  [/\b(?:after call|acw|wrap|wrapup|wrap up|post call|after)\b/, "wrap", 0],
  [/\b(?:talk|talking|acd time|agent time|interaction duration|conversation|connected? time|connect duration|speaking|agent call)\b|^avg call$|^acd time$|^avg time$/, "talk", 0],
  [/\b(?:wait|waiting|waited|queue wait|delay)\b|\btime in queue\b|\b(?:queue|queued|q)\b.*\b(?:time|duration|length|seconds)\b|^avg (?:queue|queued|q)$|\bavg queue\b|^queue avg|^awt$/, "wait", 0],
  [/\bhold\b|\bheld\b/, "hold", 0],
  [/\b(?:ser|service|serv)\b.*\b(?:time|length|duration|seconds|secs)\b/, "handle", 1],
  [/^call (?:answered|handled|taken)\b.*\bby\b/, "answered", 1],
  [/\b(?:staffed|logged in|login|logon|agent|staff|available|paid|worked)\b.*\b(?:hours?|time|duration)\b/, "staffedTime", 0],
  [/\bcall (?:duration|length|time)\b|^(?:duration|length|avg duration|avg call duration)$/, "handle", 3],
  [/\b(?:agents|advisers|advisors|staff|staffed|positions?|pos|operators|csrs|headcount|fte|ftes|handlers|seats)\b/, "agents", 0],
  [/\b(?:agent|adviser|advisor|server|operator|csr|user ?name|user|handler|employee|representative|rep|handled by|answered by)\b(?! (?:group|team))/, "agent", 0],
  [/\b(?:customer|caller|client|cust|ani|cli|msisdn|phone|telephone|mobile|anonymous|hash|hashed|household|endpoint|account|resident|from number|calling)\b/, "key", 0],
  [/\b(?:outcome|result|disposition|status|exit reason|call state|completion|disconnect reason)\b/, "outcome", 0],
  [/^(?:call )?(?:offered|offer|presented|received|entered|arrived)(?: call)?$|^(?:incoming|inbound|nco|calls in|call in|call volumes?|volumes?|demand|call received)(?: call)?$/, "offered", 0],
  [/^(?:call )?queued$|^call attempts$|^attempts$/, "offered", 1],
  [/^(?:inbound|incoming|phone|telephone|voice)? ?call(?: (?:offered|received|presented|handled by system|count))?$|^(?:count|n|offered .*|received .*|.* (?:offered|received|presented))$/, "offered", 2],
  [/^(?:call )?(?:answered|answer|answers|ans|handled|accepted|connected|nch|serviced|taken)(?: call)?(?: y n)?$/, "answered", 0],
  [/\b(?:not answered|unanswered|missed)\b/, "abandoned", 1],
  [/\b(?:answered|handled)\b/, "answered", 1],
  [/abandoned|\bdropped\b|^rona$/, "abandoned", 0],
  [/^(?:queue|skill|split|vdn|csq|precision queue)(?: (?:name|skill|group|set))?$|^split skill$/, "type", 0],
  [/^(?:call )?(?:type|topic|department|service|service area|service line|service name|category|line|line of business|lob|campaign|reason|enquiry type|subject)(?: name)?$|\bqueue name\b|\b(?:skill|csq|call type)\b.*/, "type", 1],
  [/^(?:channel|media|media type|team|team name|site|location|region|area|council|agent (?:group|team))$/, "type", 2],
  [/^(?:fiscal |financial )?years?$|^fy$/, "year", 0],
  [/^(?:day of week|weekday|day name|week ?day|week|week number|week no|quarter)$/, null, 0],
  [/\b(?:initiation|initiated|start|started|begin|began|arrival|arrived|entry|timestamp|date ?time|received at|created)\b|^(?:interval|half hour|hour|slot|quarter hour|time|time of day|call time|from|period|interval start(?: time)?|time interval|time period|hour of day|timeslot|ds)$/, "time", 0],
  [/\b(?:date|month|day|datum|commencing|ending|month year|week)\b/, "date", 0],
];

/** What a head names; null where nothing is known, or where it is known not to be used. */
export function nameHead(head: string): Named | null {
  if (/(?:\d\D*){9}/.test(head)) return null; // a row of data
  const plain = plainHead(head);
  if (plain === "" || plain.length > 80) return null;
  for (const [pattern, name, rank] of RULES) if (pattern.test(plain)) return name === null ? null : { name, rank };
  return null;
}

/** Seconds of one, where the figures of a column are plain numbers and its head names their unit; null where it names none. */
export function unitIn(head: string): number | null {
  const plain = head.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  if (/\b(?:ms|msec|milliseconds?|millis)\b/.test(plain)) return 0.001;
  if (/\b(?:hours?|hrs?)\b/.test(plain)) return 3600;
  if (/\b(?:mins?|minutes?)\b/.test(plain)) return 60;
  return /\b(?:secs?|seconds?|s)\b/.test(plain) ? 1 : null;
}

/** The threshold that a head names, as in "Service Level (20 Seconds)"; null where it names none. Seconds. */
export function thresholdIn(head: string): number | null {
  const match = /(\d+)\s*(s|secs?|seconds?|m|mins?|minutes?)\b/i.exec(head.replace(/_/g, " "));
  return match === null ? null : Number(match[1]) * (/^m/i.test(match[2]) ? 60 : 1);
}
