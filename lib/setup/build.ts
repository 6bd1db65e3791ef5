import { sentenceOf } from "../db/obstacle";
import { ensureBuild } from "./build-app";
import { ensureClient } from "./client-code";

try {
  await ensureClient();
  await ensureBuild({ show: true });
} catch (error) {
  console.error(sentenceOf(error));
  process.exit(1);
}
