CREATE TABLE `order_version` (
	`order_id` text NOT NULL,
	`version` integer NOT NULL,
	`headcount` integer NOT NULL,
	`starts_on` text NOT NULL,
	`terms` text NOT NULL,
	`seen_at` integer,
	PRIMARY KEY(`order_id`, `version`),
	FOREIGN KEY (`order_id`) REFERENCES `job_order`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `order_reply` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `order_reply` ADD `note` text DEFAULT '' NOT NULL;--> statement-breakpoint
-- What orders say now; of a first version it is known when its link was opened.
INSERT INTO `order_version` (`order_id`, `version`, `headcount`, `starts_on`, `terms`, `seen_at`)
SELECT o.`id`, o.`version`, o.`headcount`, o.`starts_on`, o.`terms`,
  CASE WHEN o.`version` = 1 THEN (SELECT min(l.`opened_at`) FROM `link` l WHERE l.`subject_id` = o.`id` AND l.`purpose` = 'employer') END
FROM `job_order` o;--> statement-breakpoint
-- What earlier versions said, where an answer to them and the terms frozen with them tell it for certain.
INSERT OR IGNORE INTO `order_version` (`order_id`, `version`, `headcount`, `starts_on`, `terms`)
SELECT r.`order_id`, r.`order_version`, r.`headcount`, r.`starts_on`, f.`terms`
FROM `order_reply` r
JOIN `frozen_terms` f ON f.`order_id` = r.`order_id` AND f.`order_version` = r.`order_version`
WHERE r.`kind` <> 'counter';
