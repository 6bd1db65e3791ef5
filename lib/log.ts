import pino from "pino";

/** The process's log: one JSON line an entry, LOG_LEVEL sets how much. Passwords, tokens and cookies are blanked out. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.VITEST ? "silent" : "info"),
  redact: ["password", "token", "*.password", "*.token", "headers.cookie", "headers.authorization"],
});
