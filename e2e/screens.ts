import { LAB_RUNNING } from "./screens/lab-running";
import { LAB_WORK } from "./screens/lab-work";
import { OUTSIDE } from "./screens/outside";
import type { Screen } from "./screens/way";

export type { Screen, Way } from "./screens/way";

/**
 * Every page of the app (its folder under `app`), for the walk that looks at each one. What is not walked says why. A test
 * compares this list with the folders.
 */
export const SCREENS: Record<string, Screen | string> = { ...LAB_WORK, ...LAB_RUNNING, ...OUTSIDE };
