"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the page's script runs: a button that needs it waits, instead of swallowing the first click. */
export const useReady = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
