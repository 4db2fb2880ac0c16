CREATE TABLE `visit_try` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`outcome` text NOT NULL,
	`due_on` text NOT NULL,
	`made_on` text NOT NULL,
	`actor` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `visit_try_visit` ON `visit_try` (`visit_id`,`id`);--> statement-breakpoint
ALTER TABLE `audit` ADD `form_mark` text;--> statement-breakpoint
ALTER TABLE `visit` ADD `tries` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- What came of earlier visits was one try at each.
INSERT INTO `visit_try` (`id`, `visit_id`, `outcome`, `due_on`, `made_on`, `actor`, `at`)
SELECT `id`, `id`, `outcome`, `due_on`, date(`at` / 1000 + 28800, 'unixepoch'), coalesce(`actor`, ''), `at`
FROM `visit` WHERE `outcome` IS NOT NULL AND `at` IS NOT NULL;--> statement-breakpoint
UPDATE `visit` SET `tries` = 1 WHERE `outcome` IN ('not_reached', 'wrong_number');--> statement-breakpoint
-- Whom nobody has spoken to, at that visit or since, is to be called still.
UPDATE `visit` SET `open` = 1
WHERE `open` IS NULL AND `outcome` IN ('not_reached', 'wrong_number')
AND EXISTS (SELECT 1 FROM `batch` WHERE `batch`.`id` = `visit`.`batch_id` AND `batch`.`status` = 'open')
AND EXISTS (SELECT 1 FROM `placement` WHERE `placement`.`id` = `visit`.`placement_id` AND `placement`.`follow_up` = 'away')
AND NOT EXISTS (
  SELECT 1 FROM `visit` AS `later` WHERE `later`.`placement_id` = `visit`.`placement_id`
  AND `later`.`outcome` IN ('done', 'refused') AND `later`.`due_on` >= `visit`.`due_on`
);--> statement-breakpoint
UPDATE `batch` SET `open_visits` = (SELECT count(*) FROM `visit` WHERE `visit`.`batch_id` = `batch`.`id` AND `visit`.`open` = 1), `touched` = `touched` + 1
WHERE `status` = 'open';
