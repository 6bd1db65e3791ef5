"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { IconButton } from "../ui/button";
import { type Theme, useTheme } from "./theme";

const next: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const icon = { system: <Monitor />, light: <Sun />, dark: <Moon /> };
const words = { system: "as the system", light: "light", dark: "dark" };

/** Goes round system, light and dark. */
export function ThemeToggle() {
  const [theme, setTheme] = useTheme();
  return <IconButton label={`Theme: ${words[theme]}`} icon={icon[theme]} onClick={() => setTheme(next[theme])} />;
}
