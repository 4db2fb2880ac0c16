CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`phone` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`village_id` text,
	`password_hash` text NOT NULL,
	`suspended_at` integer,
	`created_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `account_phone_unique` ON `account` (`phone`);--> statement-breakpoint
CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_key` ON `audit` (`key`);--> statement-breakpoint
CREATE TABLE `audit_seal` (
	`last_seq` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`sealed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `link` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`subject_id` text NOT NULL,
	`batch_id` text,
	`token_hash` text NOT NULL,
	`issued_by` text NOT NULL,
	`issued_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`opened_at` integer,
	`revoked_at` integer
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `link_token_hash_unique` ON `link` (`token_hash`);--> statement-breakpoint
CREATE INDEX `link_subject` ON `link` (`subject_id`);--> statement-breakpoint
CREATE TABLE `rate_limit` (
	`bucket` text PRIMARY KEY NOT NULL,
	`opened_at` integer NOT NULL,
	`hits` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `session` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `session_account` ON `session` (`account_id`);--> statement-breakpoint
CREATE TABLE `setting` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `delivery` (
	`id` text PRIMARY KEY NOT NULL,
	`robot_id` text NOT NULL,
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`created_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` integer,
	`delivered_at` integer,
	`last_error` text
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `delivery_next` ON `delivery` (`next_at`);--> statement-breakpoint
CREATE TABLE `notice` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`batch_id` text,
	`detail` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `notice_account` ON `notice` (`account_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `notice_unread` ON `notice` (`account_id`) WHERE read_at IS NULL;--> statement-breakpoint
CREATE TABLE `robot` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`url_cipher` text NOT NULL,
	`secret_cipher` text,
	`enabled` integer NOT NULL,
	`created_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `batch` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`order_id` text NOT NULL,
	`coordinator_id` text NOT NULL,
	`status` text NOT NULL,
	`stage` text NOT NULL,
	`seq` integer NOT NULL,
	`headcount` integer NOT NULL,
	`departs_on` text NOT NULL,
	`requirements` text NOT NULL,
	`unfilled_reason` text,
	`unfilled_accepted` integer NOT NULL,
	`locked_at` integer,
	`departed_at` integer,
	`arrived_at` integer,
	`handed_over_at` integer,
	`ended_at` integer,
	`end_reason` text,
	`counts` text NOT NULL,
	`touched` integer DEFAULT 0 NOT NULL,
	`open_visits` integer NOT NULL,
	`wait_no` integer NOT NULL,
	`seen_seq` integer NOT NULL,
	`opened_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `job_order`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `batch_code_unique` ON `batch` (`code`);--> statement-breakpoint
CREATE INDEX `batch_status` ON `batch` (`status`,`id`);--> statement-breakpoint
CREATE INDEX `batch_order` ON `batch` (`order_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `batch_one_of_order` ON `batch` (`order_id`) WHERE status <> 'cancelled';--> statement-breakpoint
CREATE TABLE `deadline` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`placement_id` text,
	`kind` text NOT NULL,
	`due_at` integer NOT NULL,
	`next_at` integer,
	`level` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `deadline_batch` ON `deadline` (`batch_id`);--> statement-breakpoint
CREATE INDEX `deadline_due` ON `deadline` (`due_at`);--> statement-breakpoint
CREATE INDEX `deadline_next` ON `deadline` (`next_at`);--> statement-breakpoint
CREATE TABLE `history` (
	`batch_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`placement_id` text,
	`actor` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`detail` text NOT NULL,
	PRIMARY KEY(`batch_id`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `placement` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`worker_id` text NOT NULL,
	`active` integer NOT NULL,
	`recruitment` text NOT NULL,
	`rank` integer,
	`offer_until` integer,
	`consented_hash` text,
	`held_place` integer NOT NULL,
	`replaces` text,
	`exit` text,
	`health` text NOT NULL,
	`restriction` text,
	`health_until` text,
	`recheck_by` text,
	`papers` text NOT NULL,
	`custody` text NOT NULL,
	`travel` text NOT NULL,
	`follow_up` text NOT NULL,
	`captain` integer NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`worker_id`) REFERENCES `worker`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `placement_batch` ON `placement` (`batch_id`,`id`);--> statement-breakpoint
CREATE INDEX `placement_worker` ON `placement` (`worker_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `placement_one_active` ON `placement` (`worker_id`) WHERE active = 1;--> statement-breakpoint
CREATE TABLE `frozen_terms` (
	`hash` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`order_version` integer NOT NULL,
	`terms` text NOT NULL,
	`frozen_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `job_order` (
	`id` text PRIMARY KEY NOT NULL,
	`employer_id` text NOT NULL,
	`agency_id` text,
	`trade` text NOT NULL,
	`certificate_required` integer NOT NULL,
	`headcount` integer NOT NULL,
	`starts_on` text NOT NULL,
	`contact_name` text NOT NULL,
	`contact_phone` text NOT NULL,
	`hazardous` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`terms` text NOT NULL,
	`terms_hash` text NOT NULL,
	`sent_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`employer_id`) REFERENCES `employer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `job_order_state` ON `job_order` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `job_order_employer` ON `job_order` (`employer_id`,`id`);--> statement-breakpoint
CREATE TABLE `order_reply` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`order_version` integer NOT NULL,
	`kind` text NOT NULL,
	`headcount` integer NOT NULL,
	`starts_on` text NOT NULL,
	`name` text NOT NULL,
	`phone` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `job_order`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `order_reply_order` ON `order_reply` (`order_id`,`id`);--> statement-breakpoint
CREATE TABLE `custody` (
	`id` text NOT NULL,
	`placement_id` text NOT NULL,
	`kind` text NOT NULL,
	`holder` text NOT NULL,
	`receipt_no` integer NOT NULL,
	`lent_at` integer NOT NULL,
	`return_by` text NOT NULL,
	`returned_at` integer,
	PRIMARY KEY(`placement_id`, `id`),
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `paper` (
	`id` text NOT NULL,
	`placement_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`reject_reason` text,
	`expires_on` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`placement_id`, `id`),
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `early_return` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`reason` text NOT NULL,
	`returned_on` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `rights_case` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`batch_id` text NOT NULL,
	`visit_id` text,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`claimed_fen` integer NOT NULL,
	`recovered_fen` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `rights_case_visit` ON `rights_case` (`visit_id`,`kind`);--> statement-breakpoint
CREATE INDEX `rights_case_state` ON `rights_case` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `rights_case_placement` ON `rights_case` (`placement_id`);--> statement-breakpoint
CREATE TABLE `visit` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`batch_id` text NOT NULL,
	`village_id` text NOT NULL,
	`kind` text NOT NULL,
	`due_on` text NOT NULL,
	`open` integer,
	`outcome` text,
	`working` integer,
	`paid_fen` integer,
	`contract_held` integer,
	`papers_held` integer,
	`wants_home` integer,
	`actor` text,
	`at` integer,
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `visit_due` ON `visit` (`open`,`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `visit_village_due` ON `visit` (`village_id`,`open`,`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `visit_placement` ON `visit` (`placement_id`,`due_on`);--> statement-breakpoint
CREATE INDEX `visit_batch` ON `visit` (`batch_id`,`open`);--> statement-breakpoint
CREATE TABLE `exam_booking` (
	`id` text PRIMARY KEY NOT NULL,
	`exam_day_id` text NOT NULL,
	`placement_id` text NOT NULL,
	FOREIGN KEY (`exam_day_id`) REFERENCES `exam_day`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `exam_booking_day` ON `exam_booking` (`exam_day_id`);--> statement-breakpoint
CREATE INDEX `exam_booking_placement` ON `exam_booking` (`placement_id`);--> statement-breakpoint
CREATE TABLE `exam_day` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`clinic_id` text NOT NULL,
	`held_on` text NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`clinic_id`) REFERENCES `clinic`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `exam_day_batch` ON `exam_day` (`batch_id`);--> statement-breakpoint
CREATE TABLE `examination` (
	`id` text NOT NULL,
	`placement_id` text NOT NULL,
	`exam_day_id` text,
	`conclusion` text NOT NULL,
	`restriction` text,
	`recheck_by` text,
	`concluded_on` text NOT NULL,
	`valid_until` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`placement_id`, `id`),
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `consent` (
	`id` text NOT NULL,
	`placement_id` text NOT NULL,
	`terms_hash` text NOT NULL,
	`language` text NOT NULL,
	`witness_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`placement_id`, `id`),
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `check_in` (
	`id` text NOT NULL,
	`placement_id` text NOT NULL,
	`outcome` text NOT NULL,
	`actor` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`placement_id`, `id`),
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `escort` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`name` text NOT NULL,
	`phone` text NOT NULL,
	`role` text NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `escort_batch` ON `escort` (`batch_id`);--> statement-breakpoint
CREATE TABLE `handover` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`escort_count` integer NOT NULL,
	`employer_count` integer NOT NULL,
	`rejected` text NOT NULL,
	`signed_by` text NOT NULL,
	`signed_at` integer NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `handover_batch` ON `handover` (`batch_id`);--> statement-breakpoint
CREATE TABLE `leg` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`position` integer NOT NULL,
	`mode` text NOT NULL,
	`vehicle` text NOT NULL,
	`from_place` text NOT NULL,
	`to_place` text NOT NULL,
	`departs_at` integer NOT NULL,
	`arrives_at` integer NOT NULL,
	`seats` integer NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `leg_batch` ON `leg` (`batch_id`,`position`);--> statement-breakpoint
CREATE TABLE `agency` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`licence_number` text NOT NULL,
	`licence_expires_on` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `area` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`parent_id` text
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `certificate` (
	`id` text PRIMARY KEY NOT NULL,
	`worker_id` text NOT NULL,
	`trade` text NOT NULL,
	`level` text NOT NULL,
	`expires_on` text,
	FOREIGN KEY (`worker_id`) REFERENCES `worker`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `certificate_worker` ON `certificate` (`worker_id`);--> statement-breakpoint
CREATE INDEX `certificate_trade` ON `certificate` (`trade`,`worker_id`);--> statement-breakpoint
CREATE TABLE `clinic` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`phone` text NOT NULL,
	`address` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `employer` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`credit_code` text NOT NULL,
	`province` text NOT NULL,
	`city` text NOT NULL,
	`contact_name` text NOT NULL,
	`contact_phone` text NOT NULL,
	`created_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `employer_credit_code_unique` ON `employer` (`credit_code`);--> statement-breakpoint
CREATE INDEX `employer_name` ON `employer` (`name`,`id`);--> statement-breakpoint
CREATE TABLE `worker` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`pinyin` text NOT NULL,
	`initials` text NOT NULL,
	`sex` text NOT NULL,
	`born_on` text NOT NULL,
	`id_number_cipher` text NOT NULL,
	`id_number_index` text NOT NULL,
	`id_number_last4` text NOT NULL,
	`phone` text NOT NULL,
	`phone_last4` text NOT NULL,
	`village_id` text NOT NULL,
	`group_name` text NOT NULL,
	`trade` text NOT NULL,
	`skilled` integer NOT NULL,
	`availability` text NOT NULL,
	`kin` text,
	`data_consent_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`village_id`) REFERENCES `area`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `worker_id_number` ON `worker` (`id_number_index`);--> statement-breakpoint
CREATE INDEX `worker_pinyin` ON `worker` (`pinyin`,`id`);--> statement-breakpoint
CREATE INDEX `worker_village` ON `worker` (`village_id`,`pinyin`,`id`);--> statement-breakpoint
CREATE INDEX `worker_name` ON `worker` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `worker_initials` ON `worker` (`initials`,`id`);--> statement-breakpoint
CREATE INDEX `worker_phone` ON `worker` (`phone_last4`,`id`);--> statement-breakpoint
CREATE INDEX `worker_wanting` ON `worker` (`trade`,`id`) WHERE availability = 'wants';
--> statement-breakpoint
-- What a batch shows, but its own history does not tell, raises `touched`: whoever remembers the batch reads it again.
CREATE TRIGGER `worker_touches_batch` AFTER UPDATE ON `worker` BEGIN
	UPDATE `batch` SET `touched` = `touched` + 1 WHERE `id` IN (SELECT `batch_id` FROM `placement` WHERE `worker_id` = NEW.`id`);
END;
--> statement-breakpoint
CREATE TRIGGER `area_touches_batch` AFTER UPDATE ON `area` BEGIN
	UPDATE `batch` SET `touched` = `touched` + 1 WHERE `status` = 'open';
END;
--> statement-breakpoint
CREATE TRIGGER `order_touches_batch` AFTER UPDATE ON `job_order` BEGIN
	UPDATE `batch` SET `touched` = `touched` + 1 WHERE `order_id` = NEW.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `escort_touches_batch` AFTER INSERT ON `escort` BEGIN
	UPDATE `batch` SET `touched` = `touched` + 1 WHERE `id` = NEW.`batch_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `visits_touch_batch` AFTER UPDATE OF `open_visits` ON `batch` WHEN NEW.`open_visits` <> OLD.`open_visits` BEGIN
	UPDATE `batch` SET `touched` = `touched` + 1 WHERE `id` = NEW.`id`;
END;
