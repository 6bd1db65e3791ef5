"use client";

import { useEffect } from "react";

/** Fetches what opens over the page while the phone is still connected; on the road it may not be when pressed. */
export function Preload() {
  useEffect(() => {
    const idle = setTimeout(() => {
      void Promise.allSettled([
        import("../ui/dialog-panel"),
        import("../ui/alert-dialog-panel"),
        import("../ui/dropdown-menu-panel"),
        import("../ui/toast-region"),
        import("@hookform/resolvers/zod"),
      ]);
    }, 1_500);
    return () => clearTimeout(idle);
  }, []);
  return null;
}
