CREATE TABLE `audit_person` (
	`worker_id` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`worker_id`, `seq`),
	FOREIGN KEY (`seq`) REFERENCES `audit`(`seq`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `audit_person_row` ON `audit_person` (`seq`);