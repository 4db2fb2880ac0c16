CREATE TABLE `audit_head` (
	`day` text PRIMARY KEY NOT NULL,
	`last_seq` integer NOT NULL,
	`mark` text NOT NULL
) WITHOUT ROWID;
