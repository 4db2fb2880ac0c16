DROP INDEX `worker_name`;--> statement-breakpoint
CREATE INDEX `worker_id_last4` ON `worker` (`id_number_last4`,`id`);