DROP INDEX `worker_id_last4`;--> statement-breakpoint
ALTER TABLE `worker` ADD `id_number_tag` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `worker_id_tag` ON `worker` (`id_number_tag`,`id`);