ALTER TABLE `batch` ADD `released_at_departure` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `exam_day` ADD `finished_at` integer;--> statement-breakpoint
ALTER TABLE `roll_entry` ADD `is_doubtful` integer DEFAULT false NOT NULL;