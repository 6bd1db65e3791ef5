import { cva, type VariantProps } from "class-variance-authority";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { Spinner } from "./spinner";

export const buttonClass = cva(
  [
    "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none",
    "transition-colors duration-100 [&_svg]:size-4 [&_svg]:shrink-0",
    "disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55",
  ],
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-accent-fg hover:bg-accent-hover",
        secondary: "border-line-strong/60 bg-surface text-fg hover:bg-hover",
        ghost: "border-transparent bg-transparent text-fg hover:bg-hover",
        danger: "border-transparent bg-danger-solid text-danger-solid-fg hover:bg-danger-solid-hover",
      },
      size: {
        sm: "h-control-sm px-2.5 text-xs touch:text-sm",
        md: "h-control px-3 text-sm touch:text-base",
        lg: "h-control-lg px-5 text-base",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

type Look = Pick<VariantProps<typeof buttonClass>, "variant" | "size"> & {
  /** Shown before the words. */
  icon?: ReactNode;
};

type ButtonProps = ComponentProps<"button"> & Look & { loading?: boolean };

/**
 * A button that does something; for going somewhere use LinkButton. While `loading` it keeps focus, shows a spinner
 * and ignores presses. `type` is "button" unless said otherwise.
 */
export function Button({ variant, size, icon, loading, className, children, type = "button", ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      {...rest}
      {...(loading ? { "aria-disabled": true, "aria-busy": true, onClick: (e) => e.preventDefault() } : {})}
      className={cn(buttonClass({ variant, size }), className)}
    >
      {loading ? <Spinner /> : icon}
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function LinkButton({ variant, size, icon, className, children, ...rest }: ComponentProps<typeof Link> & Look) {
  return (
    <Link {...rest} className={cn(buttonClass({ variant, size }), className)}>
      {icon}
      {children}
    </Link>
  );
}

type IconButtonProps = Omit<ButtonProps, "children" | "aria-label"> & { label: string; icon: ReactNode };

/** A square button with only an icon; `label` is its accessible name and tooltip. */
export function IconButton({ label, icon, variant = "ghost", size, loading, className, ...rest }: IconButtonProps) {
  return (
    <Button
      title={label}
      {...rest}
      aria-label={label}
      loading={loading}
      variant={variant}
      size={size}
      className={cn("aspect-square px-0", className)}
    >
      {loading ? null : icon}
    </Button>
  );
}
