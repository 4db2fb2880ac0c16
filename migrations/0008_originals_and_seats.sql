ALTER TABLE `placement` ADD `seats` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `handover` ADD `people` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `worker` ADD `originals_out` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
DROP TRIGGER `custody_insert_touches_other_batch`;--> statement-breakpoint
DROP TRIGGER `custody_update_touches_other_batch`;--> statement-breakpoint
CREATE TRIGGER `custody_insert_tells_worker` AFTER INSERT ON `custody` BEGIN
	UPDATE `worker` SET `originals_out` = (
		SELECT json_group_array(json_object('placementId', `c`.`placement_id`, 'kind', `c`.`kind`)) FROM `placement` `p` JOIN `custody` `c` ON `c`.`placement_id` = `p`.`id`
		WHERE `p`.`worker_id` = `worker`.`id` AND `c`.`returned_at` IS NULL)
	WHERE `id` = (SELECT `worker_id` FROM `placement` WHERE `id` = NEW.`placement_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `custody_update_tells_worker` AFTER UPDATE OF `returned_at` ON `custody` BEGIN
	UPDATE `worker` SET `originals_out` = (
		SELECT json_group_array(json_object('placementId', `c`.`placement_id`, 'kind', `c`.`kind`)) FROM `placement` `p` JOIN `custody` `c` ON `c`.`placement_id` = `p`.`id`
		WHERE `p`.`worker_id` = `worker`.`id` AND `c`.`returned_at` IS NULL)
	WHERE `id` = (SELECT `worker_id` FROM `placement` WHERE `id` = NEW.`placement_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `merger_moves_originals` AFTER UPDATE OF `worker_id` ON `placement` WHEN NEW.`worker_id` <> OLD.`worker_id` BEGIN
	UPDATE `worker` SET `originals_out` = (
		SELECT json_group_array(json_object('placementId', `c`.`placement_id`, 'kind', `c`.`kind`)) FROM `placement` `p` JOIN `custody` `c` ON `c`.`placement_id` = `p`.`id`
		WHERE `p`.`worker_id` = `worker`.`id` AND `c`.`returned_at` IS NULL)
	WHERE `id` IN (NEW.`worker_id`, OLD.`worker_id`);
END;
--> statement-breakpoint
UPDATE `worker` SET `originals_out` = (
	SELECT json_group_array(json_object('placementId', `c`.`placement_id`, 'kind', `c`.`kind`)) FROM `placement` `p` JOIN `custody` `c` ON `c`.`placement_id` = `p`.`id`
	WHERE `p`.`worker_id` = `worker`.`id` AND `c`.`returned_at` IS NULL)
WHERE `id` IN (SELECT `worker_id` FROM `placement` WHERE `id` IN (SELECT `placement_id` FROM `custody` WHERE `returned_at` IS NULL));
