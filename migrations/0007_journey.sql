CREATE TABLE `incident` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`kind` text NOT NULL,
	`leg_id` text,
	`people` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`actor` text NOT NULL,
	`note` text NOT NULL,
	`called` text NOT NULL,
	`police_report` text NOT NULL,
	`cost_fen` integer NOT NULL,
	`answerable` text NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `incident_batch` ON `incident` (`batch_id`,`occurred_at`);--> statement-breakpoint
CREATE TABLE `send_off` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`at` integer NOT NULL,
	`place` text NOT NULL,
	`leaders` text NOT NULL,
	`photos` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`actor` text NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `send_off_batch` ON `send_off` (`batch_id`,`id`);--> statement-breakpoint
ALTER TABLE `batch` ADD `plan_version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `escort` ADD `placement_id` text;--> statement-breakpoint
ALTER TABLE `leg` ADD `driver` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `leg` ADD `driver_phone` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `leg` ADD `second_driver` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `leg` ADD `rests` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `leg` ADD `night_stop` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `leg` ADD `ticketed` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `leg` ADD `cost_fen` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `leg` ADD `help` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `leg` ADD `removed_at` integer;