"use client";

import { useContext } from "react";
import { useFormContext } from "react-hook-form";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { unplacedErrors } from "./form-errors";
import { PlacedFieldsContext } from "./placed-fields";

type ErrorSummaryProps = { formError: string | null; retry?: () => void };

/**
 * What is wrong with the form as a whole, and errors whose field is not on the screen. An alert region that is always
 * there, so that screen readers announce what comes into it.
 */
export function ErrorSummary({ formError, retry }: ErrorSummaryProps) {
  const { formState } = useFormContext();
  const placed = useContext(PlacedFieldsContext);
  const unplaced = unplacedErrors(formState.errors, placed ?? new Map());
  return (
    <div role="alert" tabIndex={-1} data-error-summary className="outline-none empty:absolute">
      {(formError || unplaced.length > 0) && (
        <Notice
          tone="danger"
          action={
            retry && (
              <Button size="sm" onClick={retry}>
                Try again
              </Button>
            )
          }
        >
          {formError && <p>{formError}</p>}
          {unplaced.length > 0 && (
            <ul className="list-inside list-disc">
              {unplaced.map((message) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
    </div>
  );
}
