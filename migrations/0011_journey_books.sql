CREATE TABLE `ledger_entry` (
	`batch_id` text NOT NULL,
	`id` text NOT NULL,
	`line` text NOT NULL,
	`kind` text NOT NULL,
	`bearer` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`origin` text NOT NULL,
	`origin_id` text NOT NULL,
	`placement_id` text,
	`receipt` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	PRIMARY KEY(`batch_id`, `id`),
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `onward_way` (
	`id` text NOT NULL,
	`placement_id` text NOT NULL,
	`next` text NOT NULL,
	`bearer` text NOT NULL,
	`cost_fen` integer NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	PRIMARY KEY(`placement_id`, `id`),
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `placement` ADD `onward` text;--> statement-breakpoint
ALTER TABLE `paper_photo` ADD `small_key` text;--> statement-breakpoint
CREATE INDEX `paper_photo_small` ON `paper_photo` (`small_key`);--> statement-breakpoint
ALTER TABLE `escort` ADD `account_id` text;--> statement-breakpoint
ALTER TABLE `escort` ADD `replaced_at` integer;--> statement-breakpoint
ALTER TABLE `handover` ADD `absent` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `handover` ADD `corrects` text;--> statement-breakpoint
ALTER TABLE `handover` ADD `why` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `handover_corrects` ON `handover` (`corrects`);--> statement-breakpoint
ALTER TABLE `leg` ADD `replaces` text;--> statement-breakpoint
ALTER TABLE `area` ADD `minutes_to_bus` integer;
--> statement-breakpoint
INSERT INTO `ledger_entry` (`batch_id`, `id`, `line`, `kind`, `bearer`, `amount_fen`, `origin`, `origin_id`, `placement_id`, `at`, `actor`)
	SELECT `d`.`batch_id`, 'exam:' || `c`.`exam_day_id` || ':' || `c`.`id`, 'medicals', 'spent', `c`.`payer`, `c`.`amount_fen`, 'exam', `c`.`exam_day_id`, `c`.`placement_id`, `c`.`at`, `c`.`actor`
	FROM `exam_cost` `c` JOIN `exam_day` `d` ON `d`.`id` = `c`.`exam_day_id`;--> statement-breakpoint
INSERT INTO `ledger_entry` (`batch_id`, `id`, `line`, `kind`, `bearer`, `amount_fen`, `origin`, `origin_id`, `at`, `actor`)
	SELECT `batch_id`, 'leg:' || `id`, 'escort', 'planned', 'station', `cost_fen`, 'leg', `id`, (SELECT `opened_at` FROM `batch` WHERE `batch`.`id` = `leg`.`batch_id`), 'system'
	FROM `leg` WHERE `cost_fen` > 0 AND `removed_at` IS NULL;--> statement-breakpoint
INSERT INTO `ledger_entry` (`batch_id`, `id`, `line`, `kind`, `bearer`, `amount_fen`, `origin`, `origin_id`, `at`, `actor`)
	SELECT `batch_id`, 'incident:' || `id`, 'escort', 'spent', `answerable`, `cost_fen`, 'incident', `id`, `recorded_at`, `actor`
	FROM `incident` WHERE `cost_fen` > 0;--> statement-breakpoint
-- Nothing reads `exam_cost` any more. It stays for the Worker that runs until this one is deployed, and what that one still writes is carried over.
CREATE TRIGGER `exam_cost_to_ledger` AFTER INSERT ON `exam_cost` BEGIN
	INSERT INTO `ledger_entry` (`batch_id`, `id`, `line`, `kind`, `bearer`, `amount_fen`, `origin`, `origin_id`, `placement_id`, `at`, `actor`)
		SELECT `batch_id`, 'exam:' || NEW.`exam_day_id` || ':' || NEW.`id`, 'medicals', 'spent', NEW.`payer`, NEW.`amount_fen`, 'exam', NEW.`exam_day_id`, NEW.`placement_id`, NEW.`at`, NEW.`actor`
		FROM `exam_day` WHERE `id` = NEW.`exam_day_id`;
END;
