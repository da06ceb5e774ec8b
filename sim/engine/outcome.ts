// How a contact's day ended. A contact starts as answered at once, so the commonest outcome needs no writing.

export const ANSWERED_AT_ONCE = 0, WAITING = 1, ANSWERED_AFTER_WAIT = 2, GAVE_UP = 3, BALKED = 4, BLOCKED_OUT = 5, LOST = 6;
