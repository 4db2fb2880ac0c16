CREATE TABLE `employer_rating` (
	`placement_id` text PRIMARY KEY NOT NULL,
	`employer_id` text NOT NULL,
	`worker_id` text NOT NULL,
	`mark` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `employer_rating_employer` ON `employer_rating` (`employer_id`,`worker_id`);--> statement-breakpoint
CREATE TABLE `correction` (
	`id` text PRIMARY KEY NOT NULL,
	`worker_id` text NOT NULL,
	`village_id` text NOT NULL,
	`field` text NOT NULL,
	`wanted` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`answer` text,
	`decided_at` integer,
	`decided_by` text
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `correction_worker` ON `correction` (`worker_id`);--> statement-breakpoint
CREATE INDEX `correction_open` ON `correction` (`at`) WHERE state = 'open';--> statement-breakpoint
CREATE TABLE `data_consent` (
	`id` text NOT NULL,
	`worker_id` text NOT NULL,
	`given` integer NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	PRIMARY KEY(`worker_id`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `likeness` (
	`one_id` text NOT NULL,
	`other_id` text NOT NULL,
	`reason` text NOT NULL,
	`found_at` integer NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`one_id`, `other_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `likeness_other` ON `likeness` (`other_id`);--> statement-breakpoint
CREATE INDEX `likeness_open` ON `likeness` (`found_at`,`one_id`) WHERE state = 'open';--> statement-breakpoint
CREATE TABLE `merger` (
	`id` text PRIMARY KEY NOT NULL,
	`kept_id` text NOT NULL,
	`gone_id` text NOT NULL,
	`moved` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`undone_at` integer
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `merger_kept` ON `merger` (`kept_id`);--> statement-breakpoint
CREATE INDEX `merger_gone` ON `merger` (`gone_id`);--> statement-breakpoint
CREATE TABLE `saved_search` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `saved_search_account` ON `saved_search` (`account_id`);--> statement-breakpoint
CREATE TABLE `wish` (
	`id` text NOT NULL,
	`worker_id` text NOT NULL,
	`availability` text NOT NULL,
	`wish` text,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	PRIMARY KEY(`worker_id`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `worker_change` (
	`id` text NOT NULL,
	`worker_id` text NOT NULL,
	`field` text NOT NULL,
	`was` text NOT NULL,
	`becomes` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`cause` text,
	PRIMARY KEY(`worker_id`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `heading_meaning` (
	`heading` text PRIMARY KEY NOT NULL,
	`column` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `roster_import` (
	`id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`digest` text NOT NULL,
	`account_id` text NOT NULL,
	`own_village` text,
	`everyones_village` text,
	`sheets` text NOT NULL,
	`headings` text NOT NULL,
	`twice` text NOT NULL,
	`rows` integer NOT NULL,
	`parts` integer NOT NULL,
	`state` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	`changed_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `roster_import_account` ON `roster_import` (`account_id`,`id`);--> statement-breakpoint
CREATE INDEX `roster_import_state` ON `roster_import` (`state`);--> statement-breakpoint
CREATE TABLE `roster_part` (
	`import_id` text NOT NULL,
	`no` integer NOT NULL,
	`state` text NOT NULL,
	`cells_cipher` text NOT NULL,
	`outcomes_cipher` text,
	`tally` text NOT NULL,
	PRIMARY KEY(`import_id`, `no`)
) WITHOUT ROWID;
--> statement-breakpoint
DROP INDEX `worker_wanting`;--> statement-breakpoint
ALTER TABLE `worker` ADD `remark` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `worker` ADD `availability_at` integer;--> statement-breakpoint
ALTER TABLE `worker` ADD `wish` text;--> statement-breakpoint
ALTER TABLE `worker` ADD `merged_into` text;--> statement-breakpoint
ALTER TABLE `worker` ADD `erased_at` integer;--> statement-breakpoint
ALTER TABLE `worker` ADD `erasure_due_on` text;--> statement-breakpoint
CREATE INDEX `worker_erasure` ON `worker` (`erasure_due_on`) WHERE erasure_due_on IS NOT NULL;--> statement-breakpoint
CREATE INDEX `worker_trade` ON `worker` (`trade`,`availability`,`pinyin`,`id`);--> statement-breakpoint
ALTER TABLE `batch` ADD `reserve_stopped` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `placement` ADD `place_offer` text;--> statement-breakpoint
ALTER TABLE `placement` ADD `place_offer_until` integer;--> statement-breakpoint
ALTER TABLE `consent` ADD `manner` text DEFAULT 'link' NOT NULL;--> statement-breakpoint
ALTER TABLE `consent` ADD `contradicted_at` integer;--> statement-breakpoint
CREATE INDEX `audit_reveal` ON `audit` (`subject`,`seq`) WHERE action = 'id_number.reveal';--> statement-breakpoint
DROP TRIGGER `area_touches_batch`;
--> statement-breakpoint
CREATE TRIGGER `area_touches_batch` AFTER UPDATE ON `area` BEGIN
	UPDATE `batch` SET `touched` = `touched` + 1;
END;
