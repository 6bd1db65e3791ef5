"use server";

import { action } from "@/lib/access/action";
import * as moving from "./move-review";
import * as schema from "./schema";
import * as starting from "./start-reviews";
import * as writing from "./write-review";

export const startReviews = action("reviews.write", schema.startReviewsSchema, starting.startReviews);
export const writeReview = action("reviews.write", schema.writeReviewSchema, writing.writeReview);
export const keepGoal = action("reviews.write", schema.goalSchema, writing.keepGoal);
export const removeGoal = action("reviews.write", schema.goalIdSchema, writing.removeGoal);
export const restoreGoal = action("reviews.write", schema.goalIdSchema, writing.restoreGoal);
export const shareReview = action("reviews.write", schema.seenReviewSchema, moving.shareReview);
export const takeReviewBack = action("reviews.write", schema.seenReviewSchema, moving.takeReviewBack);
export const closeReview = action("reviews.write", schema.seenReviewSchema, moving.closeReview);
export const removeReview = action("reviews.write", schema.seenReviewSchema, moving.removeReview);
export const restoreReview = action("reviews.write", schema.seenReviewSchema, moving.restoreReview);
export const answerReview = action("rota.view", schema.answerReviewSchema, moving.answerReview);
