ALTER TABLE `labour_contract` ADD `lodging` text;--> statement-breakpoint
ALTER TABLE `labour_contract` ADD `meals_fen` integer;--> statement-breakpoint
ALTER TABLE `labour_contract` ADD `insurance` text;--> statement-breakpoint
ALTER TABLE `labour_contract` ADD `deductions` text;--> statement-breakpoint
CREATE INDEX `paper_photo_object` ON `paper_photo` (`object_key`);