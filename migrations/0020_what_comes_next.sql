DROP INDEX `visit_batch`;--> statement-breakpoint
CREATE INDEX `visit_batch_due` ON `visit` (`batch_id`,`open`,`due_on`);--> statement-breakpoint
ALTER TABLE `batch` ADD `steps` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `batch` ADD `steps_touched` integer DEFAULT -1 NOT NULL;--> statement-breakpoint
ALTER TABLE `history` ADD `undo` text;--> statement-breakpoint
ALTER TABLE `placement` ADD `told_at` integer;--> statement-breakpoint
ALTER TABLE `placement` ADD `question_at` integer;--> statement-breakpoint
ALTER TABLE `consent` ADD `taken_back_at` integer;