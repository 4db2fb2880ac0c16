CREATE TABLE `roll_entry` (
	`batch_id` text NOT NULL,
	`phone` text NOT NULL,
	`no` integer NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`placement_id` text,
	`call` text,
	`outcome` text,
	`detail` text NOT NULL,
	`knows` text NOT NULL,
	`at` integer NOT NULL,
	`occurred_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`actor` text NOT NULL,
	`verdict` text NOT NULL,
	`reason` text,
	PRIMARY KEY(`batch_id`, `phone`, `no`),
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `roll_entry_id` ON `roll_entry` (`id`);--> statement-breakpoint
ALTER TABLE `batch` ADD `phones` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `batch` ADD `held_entries` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `placement` ADD `roll` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `handover` ADD `signature` text;--> statement-breakpoint
INSERT INTO `roll_entry` SELECT
	`placement`.`batch_id`, 'before', row_number() OVER (PARTITION BY `placement`.`batch_id` ORDER BY `check_in`.`recorded_at`, `check_in`.`id`), `check_in`.`id`,
	'word', `placement`.`id`, CASE WHEN `outcome` IN ('arrived', 'left_en_route', 'missing') THEN 'arrival' WHEN `outcome` = 'undo' THEN NULL ELSE 'boarding' END, `outcome`,
	'{}', '{}', `occurred_at`, `occurred_at`, `recorded_at`, `actor`, 'recorded', NULL
FROM `check_in` JOIN `placement` ON `placement`.`id` = `check_in`.`placement_id`;
