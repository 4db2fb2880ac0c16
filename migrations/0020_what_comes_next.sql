DROP INDEX `visit_batch`;--> statement-breakpoint
CREATE INDEX `visit_batch_due` ON `visit` (`batch_id`,`open`,`due_on`);--> statement-breakpoint
ALTER TABLE `batch` ADD `steps` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `batch` ADD `steps_touched` integer DEFAULT -1 NOT NULL;--> statement-breakpoint
ALTER TABLE `history` ADD `undo` text;--> statement-breakpoint
ALTER TABLE `placement` ADD `told_at` integer;--> statement-breakpoint
ALTER TABLE `placement` ADD `question_at` integer;--> statement-breakpoint
ALTER TABLE `consent` ADD `taken_back_at` integer;--> statement-breakpoint
-- The day of departure is the one that is planned: what reminds of it follows.
UPDATE `deadline` SET
	`id` = `batch_id` || ':departure:' || (SELECT `leaves_at` FROM `batch` WHERE `batch`.`id` = `deadline`.`batch_id`),
	`due_at` = (SELECT `leaves_at` FROM `batch` WHERE `batch`.`id` = `deadline`.`batch_id`),
	`next_at` = (SELECT `leaves_at` - 259200000 FROM `batch` WHERE `batch`.`id` = `deadline`.`batch_id`),
	`level` = 0
WHERE `kind` = 'departure' AND `batch_id` IN (
	SELECT `id` FROM `batch` WHERE `status` = 'open' AND `departed_at` IS NULL AND `leaves_at` IS NOT NULL
);
