ALTER TABLE `batch` ADD `leaves_at` integer;--> statement-breakpoint
UPDATE `batch` SET `leaves_at` = (SELECT min(`departs_at`) FROM `leg` WHERE `leg`.`batch_id` = `batch`.`id` AND `removed_at` IS NULL);
