CREATE TABLE `labour_contract` (
	`id` text NOT NULL,
	`placement_id` text NOT NULL,
	`employer` text NOT NULL,
	`site` text NOT NULL,
	`wage_basis` text NOT NULL,
	`wage_fen` integer NOT NULL,
	`pay_day` integer NOT NULL,
	`hours_per_day` integer NOT NULL,
	`days_per_week` integer NOT NULL,
	`months` integer NOT NULL,
	`signed_on` text NOT NULL,
	`differences` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	PRIMARY KEY(`placement_id`, `id`),
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `paper_photo` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`kind` text NOT NULL,
	`object_key` text NOT NULL,
	`content_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`delete_on` text NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `paper_photo_placement` ON `paper_photo` (`placement_id`,`id`);--> statement-breakpoint
CREATE INDEX `paper_photo_due` ON `paper_photo` (`deleted_at`,`delete_on`);--> statement-breakpoint
CREATE TABLE `exam_cost` (
	`id` text NOT NULL,
	`exam_day_id` text NOT NULL,
	`placement_id` text NOT NULL,
	`payer` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	PRIMARY KEY(`exam_day_id`, `id`),
	FOREIGN KEY (`exam_day_id`) REFERENCES `exam_day`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `placement` ADD `paper_until` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `placement` ADD `contract` text;--> statement-breakpoint
ALTER TABLE `placement` ADD `travel_fit` text;--> statement-breakpoint
ALTER TABLE `job_order` ADD `reply_by` integer;--> statement-breakpoint
ALTER TABLE `custody` ADD `keeper` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `custody` ADD `lent_confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `custody` ADD `return_confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `exam_day` ADD `capacity` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `exam_day` ADD `price_fen` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `exam_day` ADD `payer` text DEFAULT 'station' NOT NULL;--> statement-breakpoint
ALTER TABLE `exam_day` ADD `cancelled_at` integer;--> statement-breakpoint
ALTER TABLE `certificate` ADD `number_cipher` text;--> statement-breakpoint
ALTER TABLE `certificate` ADD `number_last4` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `certificate` ADD `issuer` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `certificate` ADD `review_on` text;--> statement-breakpoint
ALTER TABLE `clinic` ADD `price_fen` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE TRIGGER `certificate_insert_touches_batch` AFTER INSERT ON `certificate` BEGIN
	UPDATE `batch` SET `touched` = `touched` + 1 WHERE `id` IN (SELECT `batch_id` FROM `placement` WHERE `worker_id` = NEW.`worker_id` AND `active` = 1);
END;
--> statement-breakpoint
CREATE TRIGGER `certificate_update_touches_batch` AFTER UPDATE ON `certificate` BEGIN
	UPDATE `batch` SET `touched` = `touched` + 1 WHERE `id` IN (SELECT `batch_id` FROM `placement` WHERE `worker_id` = NEW.`worker_id` AND `active` = 1);
END;
--> statement-breakpoint
UPDATE `placement` SET `paper_until` = coalesce((
	SELECT json_group_object(`x`.`kind`, `x`.`expires_on`) FROM `paper` `x`
	WHERE `x`.`placement_id` = `placement`.`id` AND `x`.`state` = 'verified' AND `x`.`expires_on` IS NOT NULL
		AND `x`.`id` = (SELECT max(`y`.`id`) FROM `paper` `y` WHERE `y`.`placement_id` = `x`.`placement_id` AND `y`.`kind` = `x`.`kind`)
), '{}');
