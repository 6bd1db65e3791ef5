import pino from "pino";

/** Not for the log: passwords, tokens and cookies, and what the database quotes of a row it would not take. */
export const blankedOut = [
  "password",
  "token",
  "*.password",
  "*.token",
  "headers.cookie",
  "headers.authorization",
  "*.detail",
  "*.where",
  "*.parameters",
  "*.cause.detail",
];

/** The process's log: one JSON line an entry, LOG_LEVEL sets how much. What is in `blankedOut` is blanked out. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.VITEST ? "silent" : "info"),
  redact: blankedOut,
});
