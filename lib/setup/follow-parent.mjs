// Preloaded into the web server: when the process that started it is killed, nobody would stop it any more.
process.on("disconnect", () => process.exit(0));
