CREATE TABLE `name_part` (
	`letters` text NOT NULL,
	`worker_id` text NOT NULL,
	PRIMARY KEY(`letters`, `worker_id`),
	FOREIGN KEY (`worker_id`) REFERENCES `worker`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `name_part_worker` ON `name_part` (`worker_id`);--> statement-breakpoint
ALTER TABLE `roster_import` ADD `answers_cipher` text;--> statement-breakpoint
-- What nobody sees in a name goes.
UPDATE `worker` SET `name` = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`name`, char(8203), ''), char(8204), ''), char(8205), ''), char(8206), ''), char(8207), ''), char(8234), ''), char(8235), ''), char(8236), ''), char(8237), ''), char(8238), ''), char(8288), ''), char(8294), ''), char(8295), ''), char(8296), ''), char(8297), ''), char(65279), ''), char(173), ''), `pinyin` = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`pinyin`, char(8203), ''), char(8204), ''), char(8205), ''), char(8206), ''), char(8207), ''), char(8234), ''), char(8235), ''), char(8236), ''), char(8237), ''), char(8238), ''), char(8288), ''), char(8294), ''), char(8295), ''), char(8296), ''), char(8297), ''), char(65279), ''), char(173), ''), `initials` = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`initials`, char(8203), ''), char(8204), ''), char(8205), ''), char(8206), ''), char(8207), ''), char(8234), ''), char(8235), ''), char(8236), ''), char(8237), ''), char(8238), ''), char(8288), ''), char(8294), ''), char(8295), ''), char(8296), ''), char(8297), ''), char(65279), ''), char(173), '')
WHERE instr(`name`, char(8203)) OR instr(`name`, char(8204)) OR instr(`name`, char(8205)) OR instr(`name`, char(8206)) OR instr(`name`, char(8207)) OR instr(`name`, char(8234)) OR instr(`name`, char(8235)) OR instr(`name`, char(8236)) OR instr(`name`, char(8237)) OR instr(`name`, char(8238)) OR instr(`name`, char(8288)) OR instr(`name`, char(8294)) OR instr(`name`, char(8295)) OR instr(`name`, char(8296)) OR instr(`name`, char(8297)) OR instr(`name`, char(65279)) OR instr(`name`, char(173));
--> statement-breakpoint
-- One dot between the parts of a name in Chinese characters; a space in a short one was there for looks.
UPDATE `worker` SET `name` = replace(replace(replace(replace(replace(replace(replace(replace(`name`, '•', '·'), '・', '·'), '‧', '·'), '∙', '·'), '⋅', '·'), '･', '·'), '。', '·'), '.', '·'), `pinyin` = replace(replace(replace(replace(replace(replace(replace(replace(`pinyin`, '•', '·'), '・', '·'), '‧', '·'), '∙', '·'), '⋅', '·'), '･', '·'), '。', '·'), '.', '·'), `initials` = replace(replace(replace(replace(replace(replace(replace(replace(`initials`, '•', '·'), '・', '·'), '‧', '·'), '∙', '·'), '⋅', '·'), '･', '·'), '。', '·'), '.', '·')
WHERE `name` GLOB '*[一-龥]*' AND `name` GLOB '*[•・‧∙⋅･。.]*';
--> statement-breakpoint
UPDATE `worker` SET `name` = replace(`name`, ' ', ''), `pinyin` = replace(`pinyin`, ' ', ''), `initials` = replace(`initials`, ' ', '')
WHERE instr(`name`, ' ') AND `name` GLOB '*[一-龥]*' AND length(replace(`name`, ' ', '')) < 5;
--> statement-breakpoint
UPDATE `worker` SET `name` = replace(`name`, ' ', '·')
WHERE instr(`name`, ' ') AND `name` GLOB '*[一-龥]*';
--> statement-breakpoint
-- Names are looked for without dots and spaces, and by what begins with each later part.
UPDATE `worker` SET `pinyin` = lower(replace(replace(replace(replace(`pinyin`, '"', ''), '\', ''), ' ', '·'), '.', '·')), `initials` = lower(replace(replace(replace(`initials`, '·', ''), ' ', ''), '.', ''))
WHERE `pinyin` GLOB '*[· .A-Z"\]*' OR `initials` GLOB '*[· .A-Z]*';
--> statement-breakpoint
UPDATE `worker` SET `pinyin` = (
	WITH RECURSIVE `rest`(`n`, `tail`) AS (
		SELECT 0, `worker`.`pinyin`
		UNION ALL
		SELECT `n` + 1, substr(`tail`, instr(`tail`, '·') + 1) FROM `rest` WHERE instr(`tail`, '·')
	)
	SELECT group_concat(`letters`, '·') FROM (SELECT replace(`tail`, '·', '') AS `letters` FROM `rest` WHERE `tail` <> '' ORDER BY `n`))
WHERE instr(`pinyin`, '·');
--> statement-breakpoint
INSERT INTO `name_part` (`letters`, `worker_id`)
SELECT DISTINCT `part`.`value`, `worker`.`id` FROM `worker` JOIN json_each('["' || replace(`worker`.`pinyin`, '·', '","') || '"]') `part`
WHERE instr(`worker`.`pinyin`, '·') AND `part`.`key` > 0;
--> statement-breakpoint
CREATE TRIGGER `worker_insert_tells_parts` AFTER INSERT ON `worker` WHEN instr(NEW.`pinyin`, '·') BEGIN
	INSERT INTO `name_part` (`letters`, `worker_id`)
	SELECT DISTINCT `value`, NEW.`id` FROM json_each('["' || replace(replace(replace(NEW.`pinyin`, '"', ''), '\', ''), '·', '","') || '"]') WHERE `key` > 0;
END;
--> statement-breakpoint
CREATE TRIGGER `worker_update_tells_parts` AFTER UPDATE OF `pinyin` ON `worker` WHEN NEW.`pinyin` <> OLD.`pinyin` BEGIN
	DELETE FROM `name_part` WHERE `worker_id` = NEW.`id`;
	INSERT INTO `name_part` (`letters`, `worker_id`)
	SELECT DISTINCT `value`, NEW.`id` FROM json_each('["' || replace(replace(replace(NEW.`pinyin`, '"', ''), '\', ''), '·', '","') || '"]') WHERE `key` > 0;
END;
--> statement-breakpoint
CREATE TRIGGER `worker_delete_takes_parts` BEFORE DELETE ON `worker` WHEN instr(OLD.`pinyin`, '·') BEGIN
	DELETE FROM `name_part` WHERE `worker_id` = OLD.`id`;
END;
