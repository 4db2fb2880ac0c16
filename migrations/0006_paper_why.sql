ALTER TABLE `placement` ADD `paper_why` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE TRIGGER `custody_insert_touches_other_batch` AFTER INSERT ON `custody` BEGIN
	UPDATE `batch` SET `touched` = `touched` + 1 WHERE `id` IN (
		SELECT `other`.`batch_id` FROM `placement` `own` JOIN `placement` `other` ON `other`.`worker_id` = `own`.`worker_id` AND `other`.`batch_id` <> `own`.`batch_id` AND `other`.`active` = 1
		WHERE `own`.`id` = NEW.`placement_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `custody_update_touches_other_batch` AFTER UPDATE OF `returned_at` ON `custody` BEGIN
	UPDATE `batch` SET `touched` = `touched` + 1 WHERE `id` IN (
		SELECT `other`.`batch_id` FROM `placement` `own` JOIN `placement` `other` ON `other`.`worker_id` = `own`.`worker_id` AND `other`.`batch_id` <> `own`.`batch_id` AND `other`.`active` = 1
		WHERE `own`.`id` = NEW.`placement_id`);
END;
