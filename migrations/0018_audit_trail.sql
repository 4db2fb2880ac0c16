CREATE TABLE `audit_head` (
	`day` text PRIMARY KEY NOT NULL,
	`last_seq` integer NOT NULL,
	`mark` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `audit_person` (
	`worker_id` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`worker_id`, `seq`),
	FOREIGN KEY (`seq`) REFERENCES `audit`(`seq`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `audit_person_row` ON `audit_person` (`seq`);--> statement-breakpoint
ALTER TABLE `session` ADD `last_used_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- Whoever is signed in stays so: their day begins now.
UPDATE `session` SET `last_used_at` = unixepoch() * 1000;
