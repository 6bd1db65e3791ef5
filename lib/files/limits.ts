import path from "node:path";

/** The largest file taken in, in bytes: FILE_MAX_MB megabytes, 500 unless set. */
export function mostBytes(): number {
  const megabytes = Number(process.env.FILE_MAX_MB || 500);
  return (Number.isFinite(megabytes) && megabytes > 0 ? megabytes : 500) * 1024 * 1024;
}

/** The local folder of files (FILES_DIR), absolute. */
export function filesDirectory(): string {
  const directory = process.env.FILES_DIR;
  if (!directory) throw new Error("FILES_DIR is not set; start Casepan with npm start.");
  return path.resolve(directory);
}
